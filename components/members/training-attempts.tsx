"use client";
import { sayPercent } from "@/components/training/say-percent";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { formatDay } from "@/components/ui/format-day";
import type { Member } from "@/domain/contract/members";

interface TrainingAttemptsProps {
  name: string;
  documents: NonNullable<Member["training"]>["documents"];
}

/** Opens all that somebody tried in the training, article by article, with what they reached. */
export function TrainingAttempts({ name, documents }: TrainingAttemptsProps) {
  const count = documents.reduce((sum, { attempts }) => sum + attempts.length, 0);
  return (
    <Dialog
      reading
      title={`Training of ${name}`}
      description="After a first attempt somebody has seen gold: what they reach in a later one says less."
      trigger={
        <Button size="sm">
          {count === 1 ? "1 attempt" : `${count} attempts`}
          <span className="sr-only"> of {name}</span>
        </Button>
      }
    >
      <ul className="grid gap-5">
        {documents.map(({ documentId, title, attempts }) => (
          <li key={documentId}>
            <h3 dir="auto" className="font-medium text-sm [overflow-wrap:anywhere]">
              {title}
            </h3>
            <ol className="mt-1 divide-y divide-border border-y text-sm">
              {attempts.map(({ value, isPassed, finishedAt }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: attempts are only ever added
                <li key={index} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-1.5 tabular-nums">
                  <span className="w-24">Attempt {index + 1}</span>
                  <span className="w-14 text-right">{value === null ? "–" : sayPercent(value)}</span>
                  <span className="min-w-32 flex-1 text-text-muted">
                    {finishedAt === null ? "Not finished" : formatDay(finishedAt)}
                  </span>
                  {value !== null && (
                    <Badge tone={isPassed ? "success" : "warning"}>{isPassed ? "Passed" : "Not passed"}</Badge>
                  )}
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
