"use client";
import { type FormEvent, useId, useState } from "react";
import { v7 as uuid } from "uuid";
import { api } from "@/components/api-client";
import { useWrite } from "@/components/shell/use-write";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextArea } from "@/components/ui/text-area";
import type { Finding, FindingAnswered, FindingAnswerInput } from "@/domain/contract/consistency";

/** Why statements of a finding are right as they are. */
export function RightDialog({ projectId, finding }: { projectId: string; finding: Finding }) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const form = useId();
  const [id] = useState(() => uuid());
  const save = useWrite<FindingAnswerInput, FindingAnswered>({
    send: (body) => api.post(`/projects/${projectId}/consistency/answers`, body),
    failure: "Still on the list",
    onDone: () => setOpen(false),
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    const revisions = Object.fromEntries(finding.statements.map((one) => [one.id, one.revision]));
    save.mutate({ id, rule: finding.rule, revisions, reason: reason.trim() });
  }
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      size="sm"
      trigger={<Button size="sm">This is right</Button>}
      title="This is right as it is"
      description="It leaves the list, and comes back when one of its statements changes."
      footer={
        <Button type="submit" form={form} variant="primary" busy={save.isPending} disabled={reason.trim() === ""}>
          Put away
        </Button>
      }
    >
      <form id={form} onSubmit={submit}>
        <TextArea
          label="Reason"
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          required
        />
      </form>
    </Dialog>
  );
}
