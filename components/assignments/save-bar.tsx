"use client";
import { useState } from "react";
import { api } from "@/components/api-client";
import { useWrite } from "@/components/shell/use-write";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { useToast } from "@/components/ui/toast";
import type { AssignedReading, AssignmentChanges, AssignmentsChanged } from "@/domain/contract/assignments";
import { type Pending, toChanges } from "./pending-changes";

interface SaveBarProps {
  projectId: string;
  pending: Pending;
  readings: ReadonlyMap<string, AssignedReading>;
  /** Saved, or discarded. */
  onDone: () => void;
}

/** What is about to be given and withdrawn: nothing happens before it is saved, and then all of it. */
export function SaveBar({ projectId, pending, readings, onDone }: SaveBarProps) {
  const toast = useToast();
  const [dueOn, setDueOn] = useState("");
  const saving = useWrite({
    send: (body: AssignmentChanges) => api.post<AssignmentsChanged>(`/projects/${projectId}/assignments/changes`, body),
    failure: "Nothing was saved",
    onDone: ({ given, withdrawn }) => {
      toast.show({ tone: "success", title: `Saved: ${given} given, ${withdrawn} withdrawn` });
      onDone();
    },
  });
  const { give, withdraw } = toChanges(pending, readings);
  const parts = [give.length > 0 && `${give.length} to give`, withdraw.length > 0 && `${withdraw.length} to withdraw`];
  return (
    <section
      aria-label="Changes to save"
      className="sticky bottom-3 z-20 flex flex-wrap items-center gap-x-5 gap-y-3 rounded-lg border border-border-strong bg-surface-raised px-4 py-3 shadow-float"
    >
      <p role="status" className="font-medium text-sm">
        {parts.filter(Boolean).join(", ")}
        {withdraw.length > 0 && (
          <span className="block font-normal text-text-muted">What was coded in a withdrawn reading is kept.</span>
        )}
      </p>
      <div className="ml-auto flex flex-wrap items-end gap-3">
        {give.length > 0 && (
          <TextField
            label="To be finished by (optional)"
            type="date"
            value={dueOn}
            onChange={(event) => setDueOn(event.target.value)}
          />
        )}
        <Button variant="quiet" onClick={onDone}>
          Discard
        </Button>
        <Button
          variant="primary"
          busy={saving.isPending}
          onClick={() => saving.mutate({ give, withdraw, dueOn: dueOn || null })}
        >
          Save
        </Button>
      </div>
    </section>
  );
}
