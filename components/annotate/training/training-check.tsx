"use client";

import { useMutation } from "@tanstack/react-query";
import { GraduationCap } from "lucide-react";
import { useState } from "react";
import { v7 as uuid } from "uuid";
import { api } from "@/components/api-client";
import { messageOf } from "@/components/shell/message-of";
import { Button } from "@/components/ui/button";
import type { TrainingCheckInput, TrainingFeedback } from "@/domain/contract/training";
import { useAnnotationScreen } from "../annotation-context";
import { isSettled } from "../entry";
import { nameStatement } from "../name-statement";
import { useQueue } from "../use-saver";
import { describeFeedback } from "./describe-feedback";
import { FeedbackLines } from "./feedback-lines";

/** Asks how gold has the open statement, and shows it answer by answer. */
export function TrainingCheck({ statementId }: { statementId: string }) {
  const { assignment, codebook, registry, statements, saver, editable } = useAnnotationScreen();
  const entry = useQueue(saver).entries.get(statementId);
  const [feedback, setFeedback] = useState<TrainingFeedback | null>(null);
  const check = useMutation({
    networkMode: "always",
    mutationFn: () => {
      const body: TrainingCheckInput = { operationId: uuid(), statementId };
      return api.post<TrainingFeedback>(`/assignments/${assignment.id}/training-checks`, body);
    },
    onSuccess: setFeedback,
  });
  if (!editable) return null;
  const isSaved = entry !== undefined && isSettled(entry);
  const isOld = feedback !== null && feedback.own?.revision !== entry?.acknowledged?.revision;
  const lines = feedback && describeFeedback(feedback, { codebook, registry, nameOf: nameStatement(statements) });
  return (
    <section
      aria-label="Training"
      className="grid gap-2 rounded-md border bg-surface-sunken px-3 py-2 text-xs leading-4.5"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <Button
          size="sm"
          busy={check.isPending}
          disabled={!isSaved || (feedback !== null && !isOld)}
          onClick={() => check.mutate()}
        >
          <GraduationCap aria-hidden className="size-4" /> {feedback ? "Check again" : "Check with gold"}
        </Button>
        <p className="min-w-40 flex-1 text-text-muted">
          {feedback === null
            ? "As it is when you first check it, it is scored; what you mend afterwards is for you."
            : isOld
              ? "You have changed it since."
              : "This is how gold has it."}
        </p>
      </div>
      {check.isError && (
        <p role="alert" className="text-danger">
          {messageOf(check.error)}
        </p>
      )}
      <div role="status">
        {feedback?.gold === null && <p>Gold has no statement here.</p>}
        {lines && lines.length > 0 && <FeedbackLines lines={lines} />}
      </div>
    </section>
  );
}
