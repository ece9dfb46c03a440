import { formatDay } from "@/components/ui/format-day";
import { sayAction } from "@/domain/audit/event-sentences";
import type { ProgressView } from "@/domain/contract/progress";

/** What happened last; by UTC, so that server and browser write the same. */
export function ActivityList({ activity }: Pick<ProgressView, "activity">) {
  if (activity.length === 0) return null;
  return (
    <section aria-labelledby="activity">
      <h2 id="activity" className="mb-2 font-serif text-xl">
        What happened last
      </h2>
      <ol className="divide-y divide-border border-y text-sm">
        {activity.map(({ at, who, action, article }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an operation may have two events of one moment
          <li key={`${at} ${index}`} className="flex flex-wrap justify-between gap-x-6 py-2">
            <span className="[overflow-wrap:anywhere]">
              <bdi className="font-medium">{who}</bdi> {sayAction(action)}
              {article && (
                <>
                  : <bdi>“{article}”</bdi>
                </>
              )}
            </span>
            <time dateTime={at} className="text-text-muted tabular-nums">
              {formatDay(at)}, {at.slice(11, 16)} UTC
            </time>
          </li>
        ))}
      </ol>
    </section>
  );
}
