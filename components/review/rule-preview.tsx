import type { ProposalPreview } from "@/domain/contract/proposals";
import { sayDecision } from "./say-ruling";

/** What a rule would settle, by document, with the first few clusters of each. */
export function RulePreview({ preview }: { preview: ProposalPreview }) {
  const { entries, settles, leaves, leased } = preview;
  return (
    <div>
      <p role="status" className="text-sm">
        {settles === 0
          ? "Nothing would be settled."
          : `Would settle ${count(settles, "cluster")} in ${count(entries.length, "document")}.`}{" "}
        {leaves > 0 && `${leaves} would stay open. `}
        {leased > 0 && `${count(leased, "document")} left out: another reviewer is at work there.`}
      </p>
      <ul className="mt-3 divide-y divide-border border-y empty:hidden">
        {entries.map(({ document, settles: here, leaves: open, examples }) => (
          <li key={document.id} className="py-3">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <p className="min-w-0 font-serif" lang={document.language ?? undefined} dir="auto">
                {document.title}
              </p>
              <p className="text-text-muted text-xs tabular-nums">
                {here} settled, {open} open
              </p>
            </div>
            <ul className="mt-1 text-sm text-text-muted">
              {examples.map(({ statementId, quote, decision }) => (
                <li key={statementId} className="flex flex-wrap justify-between gap-x-4">
                  <span
                    className="line-clamp-1 min-w-0 flex-1 basis-48"
                    lang={document.language ?? undefined}
                    dir="auto"
                  >
                    {quote}
                  </span>
                  <span className="text-xs">{sayDecision(decision)}</span>
                </li>
              ))}
              {here > examples.length && <li className="text-xs">and {here - examples.length} more</li>}
            </ul>
          </li>
        ))}
      </ul>
    </div>
  );
}

const count = (number: number, what: string) => `${number} ${what}${number === 1 ? "" : "s"}`;
