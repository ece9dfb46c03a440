"use client";
import { useMutation } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { v7 as uuid } from "uuid";
import { api } from "@/components/api-client";
import { messageOf } from "@/components/shell/message-of";
import { Button } from "@/components/ui/button";
import { buttonStyles } from "@/components/ui/button-styles";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import type { Assignment } from "@/domain/contract/work";

interface BlindNoticeProps {
  /** What stays closed: "This review", "The export". */
  subject: string;
  /** The reader's own unfinished reading, with the title of its article. */
  assignment: Pick<Assignment, "id" | "revision">;
  title: string;
}

/** Says why others' work is not shown yet, and offers to finish first or to give up blindness. */
export function BlindNotice({ subject, assignment, title }: BlindNoticeProps) {
  const router = useRouter();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const unblind = useMutation({
    mutationFn: (operationId: string) =>
      api.post(`/assignments/${assignment.id}/unblind`, { operationId, revision: assignment.revision }),
    onSuccess: () => {
      setAsking(false);
      router.refresh();
    },
    onError: (error) => {
      setAsking(false);
      toast.show({ tone: "danger", title: "Nothing was opened", description: messageOf(error) });
      router.refresh();
    },
  });

  return (
    <>
      <Notice
        tone="info"
        role="note"
        className="max-w-2xl"
        title={`${subject} opens once you have finished your own reading`}
        action={
          <>
            <Link href={`/annotate/${assignment.id}`} className={buttonStyles({ variant: "primary" })}>
              Finish my reading
            </Link>
            <Button onClick={() => setAsking(true)}>Open anyway …</Button>
          </>
        }
      >
        <p>
          Your reading of <cite>{title}</cite> is not submitted yet. Seeing what others marked would change what you
          see, and agreement between readings means something only when each was made blind.
        </p>
      </Notice>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Give up blindness for this article?"
        description="Your reading will be marked as not blind and left out of agreement figures. You can still finish it. This cannot be undone."
        confirmLabel="Open anyway"
        tone="danger"
        busy={unblind.isPending}
        onConfirm={() => unblind.mutate(uuid())}
      />
    </>
  );
}
