"use client";

import { useQuery } from "@tanstack/react-query";
import { GraduationCap } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { api } from "@/components/api-client";
import { messageOf } from "@/components/shell/message-of";
import { sayPercent } from "@/components/training/say-percent";
import { useStartTraining } from "@/components/training/use-start-training";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { TrainingOutcome } from "@/domain/contract/training";
import { useAnnotationScreen } from "../annotation-context";
import { OutcomeDialog } from "./outcome-dialog";

/** Says that this is a training pass; once it is submitted, what it reached and the way to what gold has. */
export function TrainingBar() {
  const { assignment, editable, view } = useAnnotationScreen();
  const { repeat, opening } = useStartTraining(view.project.id);
  const [isOpen, setOpen] = useState(false);
  const outcome = useQuery({
    queryKey: ["training outcome", assignment.id, assignment.revision],
    queryFn: () => api.get<TrainingOutcome>(`/assignments/${assignment.id}/training`),
    networkMode: "always",
    enabled: !editable,
  });
  // Submitted here, it is shown at once; opened again later, when somebody asks.
  const wasEditable = useRef(editable);
  useEffect(() => {
    if (wasEditable.current && outcome.data) setOpen(true);
    if (outcome.data) wasEditable.current = false;
  }, [outcome.data]);
  const { data } = outcome;
  return (
    <div className="flex basis-full flex-wrap items-center gap-x-4 gap-y-1 border-t py-1.5 text-sm">
      <p className="flex items-center gap-2 font-medium">
        <GraduationCap aria-hidden className="size-4 text-accent" /> Training
      </p>
      {editable && (
        <p className="min-w-0 flex-1 basis-60 text-text-muted">
          This counts nowhere as data. Check a statement in its form to see how gold has it; submit to see what you
          missed.
        </p>
      )}
      {outcome.isError && (
        <p role="alert" className="text-danger">
          {messageOf(outcome.error)}
        </p>
      )}
      {data && (
        <>
          <Badge tone={data.isPassed ? "success" : "warning"}>{data.isPassed ? "Passed" : "Not passed"}</Badge>
          <p className="min-w-0 flex-1 basis-60 text-text-muted tabular-nums">
            {data.attempt > 1 && `Attempt ${data.attempt}: `}
            {sayPercent(data.value)} of {sayPercent(data.threshold)} needed ({data.measure.toLowerCase()}). Articles
            passed: {data.passed} of {data.needed}.
          </p>
          <Button size="sm" onClick={() => setOpen(true)}>
            Compare with gold
          </Button>
          {data.mayRepeat && (
            <Button
              size="sm"
              variant="primary"
              busy={opening === view.document.id}
              onClick={() => repeat(view.document.id)}
            >
              Try again
            </Button>
          )}
          <OutcomeDialog outcome={data} open={isOpen} onOpenChange={setOpen} />
        </>
      )}
    </div>
  );
}
