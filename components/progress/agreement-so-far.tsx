import Link from "next/link";
import { attributeVerdict } from "@/components/agreement/attribute-verdict";
import { FigureTableHead } from "@/components/agreement/figure-table-head";
import { IntervalStrip } from "@/components/agreement/interval-strip";
import { count, sayIntervalOrWhy, sayStatus, sayValue } from "@/components/agreement/say-figure";
import { VerdictLine } from "@/components/agreement/verdict-line";
import { buttonStyles } from "@/components/ui/button-styles";
import type { Figure } from "@/domain/agreement/figure";
import { interpretFound, type ReliabilityTarget, type Verdict } from "@/domain/agreement/interpret-coefficient";
import type { AgreementView } from "@/domain/contract/agreement";

const SHOWN = ["stance", "sourcing", "speaker"];

interface Row {
  key: string;
  name: string;
  measure: string;
  figure: Figure;
  units: string;
  target: ReliabilityTarget | null;
  verdict: { verdict?: Verdict; sentence: string };
}

/** The first figures of the Agreement screen, with what they rest on. */
export function AgreementSoFar({ view }: { view: AgreementView }) {
  const { figures, target, closed } = view;
  const rows: Row[] = [
    {
      ...{ key: "found", name: "Found the same statements", measure: "F1", target: null },
      ...{ figure: figures.found.half, units: "passage", verdict: { sentence: interpretFound(figures.found.half) } },
    },
    ...figures.attributes
      .filter(({ key }) => SHOWN.includes(key))
      .map((attribute) => ({
        ...{ key: attribute.key, name: view.names[attribute.key]?.name ?? attribute.key, target },
        measure: `α ${attribute.measure}`,
        ...{ figure: attribute.alpha, units: "statement", verdict: attributeVerdict(attribute, view) },
      })),
  ];
  return (
    <section aria-labelledby="agreement">
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-2">
        <div>
          <h2 id="agreement" className="font-serif text-xl">
            Agreement so far
          </h2>
          <p className="mt-1 max-w-prose text-sm text-text-muted">
            {figures.documents} of {count(view.documentCount, "article")} read by two or more who worked alone.
            {closed.length > 0 && ` Without ${count(closed.length, "article")} that you are still to read yourself.`}
          </p>
        </div>
        <Link href={`/agreement?project=${view.project.id}`} className={buttonStyles()}>
          All figures of agreement
        </Link>
      </div>
      <table className="mt-3 w-full border-t text-left text-sm">
        <FigureTableHead />
        <tbody className="divide-y divide-border border-b">
          {rows.map((row) => (
            <FigureLine key={row.key} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function FigureLine({ row: { name, measure, figure, units, target, verdict } }: { row: Row }) {
  // Too few to stand for anything.
  const shown = figure.status === "ok" ? figure.value : null;
  const basis = `${count(figure.units, units)} in ${count(figure.documents, "article")}`;
  return (
    <tr className="align-top tabular-nums">
      <th scope="row" className="py-3 pr-4 font-normal">
        <span className="font-medium">{name}</span> <span className="text-text-muted text-xs">{measure}</span>
        <VerdictLine {...verdict} />
        <p className="mt-1 text-text-muted text-xs md:hidden">
          {sayIntervalOrWhy(figure)} · {basis}
        </p>
      </th>
      <td className="py-3 pr-1 text-right md:pr-8">
        {shown === null ? (
          <span className="text-text-muted">{sayStatus(figure)}</span>
        ) : (
          <span className="font-serif text-xl">{sayValue(shown)}</span>
        )}
      </td>
      <td className="hidden py-3 pr-4 md:table-cell">
        {shown !== null && <IntervalStrip figure={figure} target={target} />}
        <p className="text-text-muted text-xs">{sayIntervalOrWhy(figure)}</p>
      </td>
      <td className="hidden whitespace-nowrap py-3 text-right text-text-muted md:table-cell">{basis}</td>
    </tr>
  );
}
