import { Notice } from "@/components/ui/notice";
import type { MemberChange, Ruling } from "@/domain/contract/review";
import { listParts, readPart } from "@/domain/review/gold-parts";
import type { StatementContent } from "@/domain/statement/statement";
import { PartAnswer } from "./part-answer";
import { partLabel } from "./part-label";
import { readingLetter } from "./review-cluster";
import type { RulingWork } from "./ruling-work";
import { sayDecision } from "./say-ruling";

/** What was ruled, and how the statements are others than then. */
export function OutdatedRuling({ ruling, work }: { ruling: Ruling; work: RulingWork }) {
  return (
    <Notice tone="warning" role="note" title="An earlier ruling is out of date" className="mb-3">
      <p>
        “{sayDecision(ruling.decision)}”{ruling.reason && `, because: ${ruling.reason}`}. Rule again; the old ruling is
        then replaced.
      </p>
      {ruling.changes.length === 0 && (
        <p className="mt-2 font-semibold">Its statements were put together otherwise since</p>
      )}
      {ruling.changes.map((change) => (
        <Change key={change.statementId} change={change} work={work} />
      ))}
    </Notice>
  );
}

function Change({ change, work }: { change: MemberChange; work: RulingWork }) {
  const index = work.cluster.found.findIndex((statement) => statement?.id === change.statementId);
  const whose = index < 0 ? "A statement" : `Reading ${readingLetter(index)}`;
  if (change.kind === "gone") {
    return (
      <div className="mt-2">
        <p className="font-semibold">A statement is in no finished reading any more</p>
        {change.was && <Quote content={change.was} />}
      </div>
    );
  }
  if (change.kind === "joined") return <p className="mt-2 font-semibold">{whose} was not there then</p>;
  const { was, now } = change;
  const { codebook, registry } = work;
  const parts =
    was && now
      ? listParts(codebook).filter((part) => readPart(was, part, codebook) !== readPart(now, part, codebook))
      : [];
  return (
    <div className="mt-2">
      <p className="font-semibold">{whose} was changed since</p>
      {was && now && (
        <table className="mt-1 w-full">
          <thead className="text-left text-text-muted text-xs">
            <tr>
              <th scope="col" className="font-normal">
                Part
              </th>
              <th scope="col" className="font-normal">
                Then
              </th>
              <th scope="col" className="font-normal">
                Now
              </th>
            </tr>
          </thead>
          <tbody>
            {parts.map((part) => (
              <tr key={part} className="border-t align-top">
                <th scope="row" className="py-1 pr-3 text-left font-normal text-text-muted">
                  {partLabel(codebook, part)}
                </th>
                <td className="py-1 pr-3">
                  <PartAnswer part={part} content={was} codebook={codebook} registry={registry} />
                </td>
                <td className="py-1">
                  <PartAnswer part={part} content={now} codebook={codebook} registry={registry} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {was && now && parts.length === 0 && <p>It was changed and changed back.</p>}
    </div>
  );
}

function Quote({ content }: { content: StatementContent }) {
  return (
    <p className="font-serif" dir="auto">
      {content.spans.find((span) => span.role === "content")?.quote}
    </p>
  );
}
