"use client";
import { useCallback } from "react";
import { formatDay } from "@/components/ui/format-day";
import { PlotFrame } from "@/components/ui/plot-frame";
import type { ProgressView } from "@/domain/contract/progress";
import { DAYS_HEIGHT } from "./plot-heights";
import { progressDrawing } from "./progress-drawing";

/** Readings finished day by day: bars, and the same as a table. */
export function DaysChart({ days }: Pick<ProgressView, "days">) {
  const worked = days.filter(({ finished }) => finished > 0);
  const draw = useCallback(
    (drawing: typeof import("./draw-progress"), width: number) => drawing.drawDays(days, width),
    [days],
  );
  return (
    <section aria-labelledby="days">
      <h2 id="days" className="font-serif text-xl">
        Finished in the last 30 days
      </h2>
      {worked.length === 0 ? (
        <p className="mt-1 text-sm text-text-muted">Nothing was finished on any of these days.</p>
      ) : (
        <>
          <PlotFrame drawing={progressDrawing} draw={draw} height={DAYS_HEIGHT} className="mt-3" />
          <details className="mt-1 text-sm">
            <summary className="w-fit cursor-pointer rounded-sm text-text-muted text-xs">As a table</summary>
            <table className="mt-2 tabular-nums">
              <thead className="text-text-muted text-xs">
                <tr className="border-b text-left">
                  <th scope="col" className="py-1 pr-6 font-normal">
                    Day
                  </th>
                  <th scope="col" className="py-1 text-right font-normal">
                    Finished
                  </th>
                </tr>
              </thead>
              <tbody className="divide-y divide-border">
                {worked.map(({ day, finished }) => (
                  <tr key={day}>
                    <th scope="row" className="py-1 pr-6 text-left font-normal">
                      {formatDay(day)}
                    </th>
                    <td className="py-1 text-right">{finished}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </>
      )}
    </section>
  );
}
