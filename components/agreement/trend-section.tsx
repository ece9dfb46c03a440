"use client";
import { useCallback, useMemo } from "react";
import { PlotFrame } from "@/components/ui/plot-frame";
import type { Figure } from "@/domain/agreement/figure";
import type { AgreementView } from "@/domain/contract/agreement";
import { agreementDrawing } from "./agreement-drawing";
import type { TrendPoint } from "./draw-plots";
import { FigureButton } from "./figure-button";
import type { OpenPassages } from "./passages";
import { sayIntervalOrWhy, sayStatus, sayValue } from "./say-figure";

const SHOWN = ["stance", "sourcing", "speaker"];

/** Month by month, by when the last pass over a document was finished: whether training and guidelines help. */
export function TrendSection({ view, onOpen }: { view: AgreementView; onOpen: OpenPassages }) {
  const attributes = view.figures.attributes.filter(({ key }) => SHOWN.includes(key));
  if (view.months.length === 0) return null;
  return (
    <section aria-labelledby="trend">
      <h2 id="trend" className="font-serif text-xl">
        Over time
      </h2>
      <p className="mt-1 max-w-prose text-sm text-text-muted">
        Each document counts in the month in which the last of its passes was finished. Dashed: the project's target.
      </p>
      <div className="mt-4 grid gap-x-10 gap-y-8 sm:grid-cols-2">
        <Trend name="Found the same statements" view={view} attribute={null} onOpen={onOpen} />
        {attributes.map(({ key }) => (
          <Trend key={key} name={view.names[key]?.name ?? key} view={view} attribute={key} onOpen={onOpen} />
        ))}
      </div>
    </section>
  );
}

interface TrendProps {
  name: string;
  view: AgreementView;
  /** Null: the statements found. */
  attribute: string | null;
  onOpen: OpenPassages;
}

function Trend({ name, view, attribute, onOpen }: TrendProps) {
  const { months, target } = view;
  const openMonth = useCallback(
    (month: string) =>
      onOpen({
        title: attribute === null ? `Missed by somebody, ${month}` : `${name}: where labels differ, ${month}`,
        ...{ about: attribute ?? "statements", month },
      }),
    [onOpen, name, attribute],
  );
  const points = useMemo(
    () =>
      months.flatMap((month): TrendPoint[] => {
        const figure = figureOf(month, attribute);
        return figure?.status === "ok" ? [{ month: month.month, figure }] : [];
      }),
    [months, attribute],
  );
  const draw = useCallback(
    (drawing: typeof import("./draw-plots"), width: number) =>
      drawing.drawTrend(points, attribute === null ? null : target, { width, onOpen: openMonth }),
    [points, attribute, target, openMonth],
  );
  return (
    <figure className="min-w-0">
      <figcaption className="font-medium text-sm">{name}</figcaption>
      {points.length > 0 ? (
        <PlotFrame drawing={agreementDrawing} draw={draw} height={150} className="mt-2" />
      ) : (
        <p className="mt-2 text-sm text-text-muted">No month has enough statements yet.</p>
      )}
      <details className="mt-1 text-sm">
        <summary className="text-text-muted text-xs">As a table, with the passages of each month</summary>
        <table className="mt-1 w-full text-left tabular-nums">
          <thead className="text-text-muted text-xs">
            <tr className="border-b">
              <th scope="col" className="py-1 font-normal">
                Month
              </th>
              <th scope="col" className="py-1 text-right font-normal">
                Documents
              </th>
              <th scope="col" className="py-1 text-right font-normal">
                Value
              </th>
              <th scope="col" className="py-1 text-right font-normal">
                95 % interval
              </th>
            </tr>
          </thead>
          <tbody className="divide-y divide-border">
            {months.map((month) => {
              const figure = figureOf(month, attribute);
              return (
                <tr key={month.month}>
                  <th scope="row" className="py-1 font-normal">
                    {month.month}
                  </th>
                  <td className="py-1 text-right">{month.documents}</td>
                  <td className="py-1 text-right">
                    <FigureButton
                      opens={`the passages of ${month.month} behind it`}
                      onOpen={() => openMonth(month.month)}
                    >
                      {figure?.status === "ok" ? sayValue(figure.value) : figure ? sayStatus(figure) : "–"}
                    </FigureButton>
                  </td>
                  <td className="py-1 text-right text-text-muted">{figure ? sayIntervalOrWhy(figure) : "–"}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

const figureOf = (month: AgreementView["months"][number], attribute: string | null): Figure | undefined =>
  attribute === null ? month.found : month.alpha[attribute];
