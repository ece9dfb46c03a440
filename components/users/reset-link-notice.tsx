"use client";
import { ShownOnce } from "@/components/ui/shown-once";
import type { ResetLink, ServerUser } from "@/domain/contract/users";

interface ResetLinkNoticeProps {
  user: ServerUser;
  made: ResetLink;
  onDone: () => void;
}

/** The link that an administrator hands over, shown once. */
export function ResetLinkNotice({ user, made, onDone }: ResetLinkNoticeProps) {
  return (
    <ShownOnce title={`A reset link for ${user.name}`} what="link" text={made.link} onDone={onDone}>
      <p>
        Copy it now and hand it over yourself: it is not shown again. It works once, for 30 minutes, and setting the
        password ends all of their sessions.
      </p>
      <code data-reset-link="" className="mt-2 block font-mono text-xs [overflow-wrap:anywhere]">
        {made.link}
      </code>
    </ShownOnce>
  );
}
