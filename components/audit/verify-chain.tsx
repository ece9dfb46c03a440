"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "@/components/api-client";
import { messageOf } from "@/components/shell/message-of";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { Verification } from "@/domain/contract/audit";

/** Has the server hold every event against its hash, part by part, and says what came of it. */
export function VerifyChain({ projectId }: { projectId: string }) {
  const [part, setPart] = useState<Verification | null>(null);
  const verification = useMutation({
    async mutationFn() {
      for (let after = 0; ; ) {
        const found = await api.get<Verification>(`/projects/${projectId}/events/verification?after=${after}`);
        setPart(found);
        if (found.finished || found.wrong) return found;
        after = found.upTo;
      }
    },
    onMutate: () => setPart(null),
  });
  return (
    <section aria-labelledby="chain" className="grid gap-x-12 gap-y-4 md:grid-cols-[14rem_1fr]">
      <div>
        <h2 id="chain" className="font-serif text-lg">
          The chain
        </h2>
        <p className="mt-1 text-sm text-text-muted">
          Each event is stored with a hash over itself and the one before. What somebody changes behind the program's
          back no longer fits.
        </p>
      </div>
      <div className="grid content-start justify-items-start gap-4">
        <Button busy={verification.isPending} onClick={() => verification.mutate()}>
          Verify every event
        </Button>
        {verification.isPending && part && (
          <ProgressBar
            label="Events verified"
            value={part.upTo}
            max={part.total}
            text={`${part.upTo} of ${part.total} events`}
          />
        )}
        <div role="status" className="w-full max-w-2xl">
          {verification.data && <Outcome verified={verification.data} />}
          {verification.error && (
            <Notice tone="danger" title="The events were not verified">
              {messageOf(verification.error)}
            </Notice>
          )}
        </div>
      </div>
    </section>
  );
}

function Outcome({ verified: { upTo, wrong } }: { verified: Verification }) {
  const events = upTo === 1 ? "1 event" : `${upTo} events`;
  if (!wrong) {
    return (
      <Notice tone="success" title="Every event is as it was written">
        {events} verified, from the first to the last.
      </Notice>
    );
  }
  return (
    <Notice tone="danger" title={`Something is wrong at event ${wrong.sequence}`}>
      <p>
        {wrong.problem} {events} were looked at; what comes before event {wrong.sequence} is as it was written.
      </p>
      <p className="mt-2">
        Somebody changed the database past the program, or a disk failed. Change nothing more, make a copy with{" "}
        <code>npm run sayso backup</code>, see with <code>npm run sayso verify</code> what else is concerned, and
        compare with an older backup.
      </p>
    </Notice>
  );
}
