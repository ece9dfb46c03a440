"use client";
import { useState } from "react";
import { api } from "@/components/api-client";
import { useWrite } from "@/components/shell/use-write";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextArea } from "@/components/ui/text-area";
import { useToast } from "@/components/ui/toast";
import type { Member } from "@/domain/contract/members";
import type { TrainingWaived, TrainingWaiverInput } from "@/domain/contract/training";
import { TrainingAttempts } from "./training-attempts";

interface TrainingLineProps {
  projectId: string;
  member: Pick<Member, "id" | "name">;
  training: NonNullable<Member["training"]>;
}

/** How far an annotator is in the training, and the way to let them read without it. */
export function TrainingLine({ projectId, member, training }: TrainingLineProps) {
  const { passed, needed, waiver, documents } = training;
  const toast = useToast();
  const [asks, setAsks] = useState(false);
  const [reason, setReason] = useState("");
  const save = useWrite({
    send: (body: TrainingWaiverInput) =>
      api.put<TrainingWaived>(`/projects/${projectId}/members/${member.id}/training`, body),
    failure: "Nothing was changed",
    onDone: ({ reason: kept }) => {
      setAsks(false);
      setReason("");
      toast.show({
        tone: "success",
        title: kept === null ? `${member.name} is trained first` : `${member.name} may read now`,
      });
    },
  });
  const isOpen = passed < needed;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-text-muted">
      <p className="[overflow-wrap:anywhere]">
        Training: {passed} of {needed} passed
        {isOpen && waiver !== null && (
          <>
            ; may read without it: <bdi>{waiver}</bdi>
          </>
        )}
      </p>
      {documents.length > 0 && <TrainingAttempts name={member.name} documents={documents} />}
      {isOpen && waiver === null && (
        <Button size="sm" onClick={() => setAsks(true)}>
          Let pass…<span className="sr-only"> {member.name}</span>
        </Button>
      )}
      {isOpen && waiver !== null && (
        <Button size="sm" busy={save.isPending} onClick={() => save.mutate({ reason: null })}>
          Take that back<span className="sr-only"> from {member.name}</span>
        </Button>
      )}
      <Dialog
        open={asks}
        onOpenChange={setAsks}
        title={`Let ${member.name} read without the training?`}
        description="They can take and open articles at once. The reason stays in the project's history."
        footer={
          <>
            <Button onClick={() => setAsks(false)}>Cancel</Button>
            <Button
              variant="primary"
              busy={save.isPending}
              disabled={reason.trim() === ""}
              onClick={() => save.mutate({ reason: reason.trim() })}
            >
              Let pass
            </Button>
          </>
        }
      >
        <TextArea label="Why" value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
      </Dialog>
    </div>
  );
}
