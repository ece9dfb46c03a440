"use client";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import type { ResetLink, ServerUser } from "@/domain/contract/users";

interface ResetLinkNoticeProps {
  user: ServerUser;
  made: ResetLink;
  onDone: () => void;
}

/** The link that an administrator hands over, shown once. */
export function ResetLinkNotice({ user, made, onDone }: ResetLinkNoticeProps) {
  const toast = useToast();
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(made.link);
      toast.show({ tone: "success", title: "Link copied" });
    } catch {
      toast.show({ tone: "danger", title: "Not copied", description: "Select the link and copy it by hand." });
    }
  }
  return (
    <Notice
      tone="success"
      role="status"
      title={`A reset link for ${user.name}`}
      action={
        <>
          <Button size="sm" variant="primary" onClick={copy}>
            Copy the link
          </Button>
          <Button size="sm" onClick={onDone}>
            Done
          </Button>
        </>
      }
    >
      <p>
        Copy it now and hand it over yourself: it is not shown again. It works once, for 30 minutes, and setting the
        password ends all of their sessions.
      </p>
      <code data-reset-link="" className="mt-2 block font-mono text-xs [overflow-wrap:anywhere]">
        {made.link}
      </code>
    </Notice>
  );
}
