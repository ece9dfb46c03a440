"use client";
import { compareContents } from "@/components/annotate/describe-content";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
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
      mine: composed ? sayDecision(composed.decision) : "Not decided yet",
      theirs: sayDecision(cluster.ruling.decision),
    },
    { part: "Reason", mine: draft.reason, theirs: cluster.ruling.reason },
    ...(draft.verdict === "gold" && theirs.verdict === "gold"
      ? compareContents(draft.content, theirs.content, { codebook, registry })
      : []),
  ];
  return (
    <Notice
      tone="danger"
      role="alert"
      title="Somebody has ruled on this passage meanwhile"
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
      <table className="mt-2 w-full table-fixed text-left">
        <thead>
          <tr>
            <th scope="col" className="w-1/4 py-1 pr-2 font-medium">
              Part
            </th>
            <th scope="col" className="py-1 pr-2 font-medium">
              Mine
            </th>
            <th scope="col" className="py-1 font-medium">
              Theirs
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.part} className="border-t align-top">
              <th scope="row" className="py-1 pr-2 font-normal text-text-muted">
                {row.part}
              </th>
              <td className="break-words py-1 pr-2">{row.mine || "–"}</td>
              <td className="break-words py-1">{row.theirs || "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Notice>
  );
}
