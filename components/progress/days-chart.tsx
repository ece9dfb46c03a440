import { formatDay } from "@/components/ui/format-day";
import type { ProgressView } from "@/domain/contract/progress";

/** Readings finished day by day: bars, and the same as a table. */
export function DaysChart({ days }: Pick<ProgressView, "days">) {
  const most = Math.max(...days.map(({ finished }) => finished), 1);
  const worked = days.filter(({ finished }) => finished > 0);
  const [first, last] = [days[0], days.at(-1)];
  return (
    <section aria-labelledby="days">
      <h2 id="days" className="mb-3 font-semibold text-sm text-text-muted">
        Finished in the last 30 days
      </h2>
      <div aria-hidden className="flex h-28 items-end gap-0.5 border-border-strong border-b">
        {days.map(({ day, finished }) => (
          <div
            key={day}
            className="min-w-0 flex-1 rounded-t-sm bg-accent"
            style={{ height: `${(finished / most) * 100}%` }}
          />
        ))}
      </div>
      <p aria-hidden className="mt-1 flex justify-between text-text-muted text-xs">
        <span>{first && formatDay(first.day)}</span>
        <span className="max-sm:hidden">at most {most} a day</span>
        <span>{last && formatDay(last.day)}</span>
      </p>
      <details className="mt-3 text-sm">
        <summary className="w-fit cursor-pointer rounded-sm underline">As a table</summary>
        {worked.length === 0 ? (
          <p className="mt-2 text-text-muted">Nothing was finished on any of these days.</p>
        ) : (
          <table className="mt-2">
            <thead>
              <tr className="border-b text-left text-text-muted">
                <th scope="col" className="py-1 pr-6 font-semibold">
                  Day
                </th>
                <th scope="col" className="py-1 text-right font-semibold">
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
                  <td className="py-1 text-right tabular-nums">{finished}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </details>
    </section>
  );
}
