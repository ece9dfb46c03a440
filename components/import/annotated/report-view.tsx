import { ChevronRight } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import type { ImportReport, ReportedGroup } from "@/domain/contract/annotated-import";
import { sayCounts } from "./say-counts";

const EFFECTS = {
  stops: { heading: "Stops the import", tone: "danger" },
  lost: { heading: "Lost", tone: "danger" },
  changed: { heading: "Changed", tone: "warning" },
  new: { heading: "New in the project", tone: "accent" },
  maps: { heading: "Known in the project", tone: "success" },
} as const;

interface ReportViewProps {
  report: Pick<ImportReport, "counts" | "groups" | "importable"> & { format: { name: string } | null };
}

/** What an import would do, by how much it matters: each kind of line with how many there are, and the lines on request. */
export function ReportView({ report }: ReportViewProps) {
  return (
    <section aria-labelledby="report">
      <h2 id="report" className="font-serif text-lg">
        Report
      </h2>
      <p className="mb-3 max-w-prose text-sm text-text-muted">
        {report.format && report.importable && `${report.format.name}: ${sayCounts(report.counts)}. `}
        Nothing is written yet.
      </p>
      {Object.entries(EFFECTS).map(([effect, { heading, tone }]) => {
        const groups = report.groups.filter((group) => group.effect === effect);
        if (groups.length === 0) return null;
        const total = groups.reduce((sum, { count }) => sum + count, 0);
        return (
          <section key={effect} aria-label={heading} className="mb-4">
            <h3 className="mb-1 flex items-center gap-2 font-medium text-sm">
              {heading} <Badge tone={tone}>{total.toLocaleString("en")}</Badge>
            </h3>
            <ul className="divide-y divide-border border-y">
              {groups.map((group) => (
                <Group key={group.code} group={group} />
              ))}
            </ul>
          </section>
        );
      })}
    </section>
  );
}

function Group({ group: { count, lines } }: { group: ReportedGroup }) {
  const [first] = lines;
  if (!first) return null;
  if (count === 1) {
    return (
      <li className="py-2 text-sm">
        <Line line={first} />
      </li>
    );
  }
  return (
    <li className="text-sm">
      <details className="group">
        <summary className="flex cursor-pointer list-none items-start gap-2 py-2 [&::-webkit-details-marker]:hidden">
          <ChevronRight aria-hidden className="mt-0.5 size-4 shrink-0 text-text-muted group-open:rotate-90" />
          <span className="min-w-0">
            <span className="font-medium">{count.toLocaleString("en")} ×</span> <Line line={first} />
          </span>
        </summary>
        <ul className="mb-2 ml-6 grid max-w-prose gap-1">
          {lines.slice(1).map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is replaced as a whole
            <li key={at}>
              <Line line={line} />
            </li>
          ))}
          {count > lines.length && (
            <li className="text-text-muted">and {(count - lines.length).toLocaleString("en")} more like them.</li>
          )}
        </ul>
      </details>
    </li>
  );
}

/** What a sentence quotes from a file may run the other way than the sentence. */
const QUOTED = /(“[^”]*”)/;

function Line({ line: { file, line, at, message } }: { line: ReportedGroup["lines"][number] }) {
  const place = [file, line === null ? null : `line ${line}`, at].filter(Boolean).join(", ");
  return (
    <span className="break-words">
      {place && (
        <span className="text-text-muted" dir="auto">
          {place}:{" "}
        </span>
      )}
      <span>
        {message.split(QUOTED).map((words, at) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: a sentence's parts do not move
          at % 2 === 1 ? <bdi key={at}>{words}</bdi> : words,
        )}
      </span>
    </span>
  );
}
