import type { ProgressView } from "@/domain/contract/progress";

/** Finished, in progress and not started as parts of one bar, with the figures in words below. */
export function StatesBar({ readings: { finished, inProgress, notStarted } }: Pick<ProgressView, "readings">) {
  const total = finished + inProgress + notStarted;
  if (total === 0) return <p className="text-text-muted">Nothing is assigned yet.</p>;
  const share = (count: number) => ({ width: `${(count / total) * 100}%` });
  return (
    <div>
      <div aria-hidden className="flex h-3 overflow-hidden rounded-full border border-border-strong bg-surface-raised">
        <div className="bg-accent" style={share(finished)} />
        <div
          className="bg-[repeating-linear-gradient(45deg,var(--accent)_0_3px,transparent_3px_7px)]"
          style={share(inProgress)}
        />
      </div>
      <p className="mt-2 text-sm tabular-nums">
        {finished} of {total} finished, {inProgress} in progress, {notStarted} not started
      </p>
    </div>
  );
}
