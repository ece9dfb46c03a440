"use client";
import { useMutation } from "@tanstack/react-query";
import { Undo2 } from "lucide-react";
import { v7 as uuid } from "uuid";
import { api } from "@/components/api-client";
import { Button } from "@/components/ui/button";
import { Moment } from "@/components/ui/moment";
import type { BatchWithdrawn } from "@/domain/contract/review";
import type { ReviewQueue } from "@/domain/contract/review-queue";

interface BatchListProps {
  batches: ReviewQueue["batches"];
  onUndone: (rulings: number) => void;
  onTrouble: (error: unknown) => void;
}

/** What was settled many at a time and still stands; each action is undone as a whole. */
export function BatchList({ batches, onUndone, onTrouble }: BatchListProps) {
  const undo = useMutation({
    mutationFn: (batchId: string) => api.delete<BatchWithdrawn>(`/rulings/batches/${batchId}`, { operationId: uuid() }),
    onSuccess: ({ rulings }) => onUndone(rulings),
    onError: onTrouble,
  });
  if (batches.length === 0) return null;
  return (
    <section className="mt-12" aria-labelledby="batches">
      <h2 id="batches" className="mb-1 font-semibold text-sm text-text-muted">
        Settled many at a time
      </h2>
      <ul className="divide-y divide-border border-y">
        {batches.map(({ batchId, rulings, reason, at }) => (
          <li key={batchId} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3 text-sm">
            <p>
              {reason || "What all readings agree on"}
              <span className="ml-2 text-text-muted">
                {rulings === 1 ? "1 ruling" : `${rulings} rulings`}, <Moment at={at} />
              </span>
            </p>
            <Button
              size="sm"
              busy={undo.isPending && undo.variables === batchId}
              onClick={() => undo.mutate(batchId)}
              aria-label={`Undo all of it: ${rulings} rulings, ${reason || "what all readings agree on"}`}
            >
              <Undo2 aria-hidden className="size-4" /> Undo all
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
