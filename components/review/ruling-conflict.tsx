"use client";
import { ComparedParts } from "@/components/statement/compared-parts";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { describeChange } from "@/domain/statement/describe-content";
import { startDraft } from "./ruling-draft";
import type { RulingWork } from "./ruling-work";
import { sayDecision } from "./say-ruling";

/** Another reviewer ruled while this one was deciding: both rulings, and the choice between them. */
export function RulingConflict({ work }: { work: RulingWork }) {
  const { cluster, codebook, registry, draft, composed } = work;
  if (!work.conflict || !cluster.ruling) return null;
  const theirs = startDraft(cluster, codebook);
  const rows = [
    {
      part: "Ruling",
      left: composed ? sayDecision(composed.decision) : "Not decided yet",
      right: sayDecision(cluster.ruling.decision),
    },
    { part: "Reason", left: draft.reason, right: cluster.ruling.reason },
    ...(draft.verdict === "gold" && theirs.verdict === "gold"
      ? describeChange(draft.content, theirs.content, { codebook, registry }).map(({ part, before, after }) => ({
          part,
          left: before,
          right: after,
        }))
      : []),
  ];
  return (
    <Notice
      tone="danger"
      role="alert"
      title="Somebody has ruled on this cluster meanwhile"
      className="mb-3"
      action={
        <>
          <Button size="sm" onClick={() => work.settleConflict("mine")}>
            Go on with mine
          </Button>
          <Button size="sm" onClick={() => work.settleConflict("theirs")}>
            Take theirs
          </Button>
        </>
      }
    >
      <p>Yours is not saved. Go on with it, and saving replaces theirs.</p>
      <div className="mt-2">
        <ComparedParts caption="Both rulings" left="Mine" right="Theirs" rows={rows} />
      </div>
    </Notice>
  );
}
