"use client";
import { Check, CircleAlert, MessageSquare } from "lucide-react";
import { memo, type RefObject, useEffect, useRef } from "react";
import { cn } from "@/components/ui/cn";
import type { Codebook } from "@/domain/codebook/codebook";
import { spansInRole } from "@/domain/text/spans";
import type { ReviewCluster } from "./review-cluster";
import { sayDisagreements } from "./say-ruling";

interface ClusterListProps {
  clusters: readonly ReviewCluster[];
  codebook: Codebook;
  activeId: string | null;
  /** Clusters with threads that nobody has resolved: how many. */
  openThreads: ReadonlyMap<string, number>;
  onOpen: (id: string) => void;
}

/** The clusters in reading order, each with why it is one and whether it is settled. */
export function ClusterList({ clusters, codebook, activeId, openThreads, onOpen }: ClusterListProps) {
  const active = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another active cluster is what brings it into view
  useEffect(() => {
    active.current?.scrollIntoView({ block: "nearest" });
  }, [activeId]);

  if (clusters.length === 0)
    return <p className="px-4 py-6 text-sm text-text-muted">No cluster matches this filter.</p>;
  return (
    <ol className="divide-y divide-border">
      {clusters.map((one) => (
        <ClusterLine
          key={one.id}
          cluster={one}
          codebook={codebook}
          threads={openThreads.get(one.id) ?? 0}
          activeRef={one.id === activeId ? active : null}
          onOpen={onOpen}
        />
      ))}
    </ol>
  );
}

interface ClusterLineProps {
  cluster: ReviewCluster;
  codebook: Codebook;
  threads: number;
  /** Of the active cluster; null: it is another. */
  activeRef: RefObject<HTMLButtonElement | null> | null;
  onOpen: (id: string) => void;
}

/** Drawn anew only when something about it changed, and laid out only near the window: there may be a thousand of them. */
const ClusterLine = memo(function ClusterLine({ cluster, codebook, threads, activeRef, onOpen }: ClusterLineProps) {
  const { id, number, statements, ruling, outdated } = cluster;
  const why = sayDisagreements(cluster, codebook);
  return (
    <li className="[contain-intrinsic-size:auto_5rem] [content-visibility:auto]">
      <button
        ref={activeRef ?? undefined}
        type="button"
        aria-current={activeRef ? "true" : undefined}
        onClick={() => onOpen(id)}
        className={cn(
          "flex w-full items-start gap-2.5 border-l-2 px-3.5 py-2.5 text-left -outline-offset-2",
          activeRef ? "border-l-accent bg-accent-tint" : "border-l-transparent hover:bg-surface-sunken",
        )}
      >
        <span className="w-5 shrink-0 pt-px text-right text-text-muted text-xs tabular-nums leading-5">{number}</span>
        <span className="min-w-0 flex-1">
          <span className={cn("line-clamp-2 text-sm", ruling && "text-text-muted")} dir="auto">
            {spansInRole(statements[0]?.spans ?? [], "content")[0]?.quote}
          </span>
          <span className="mt-0.5 block text-text-muted text-xs">{why.length > 0 ? why.join(" · ") : "all agree"}</span>
        </span>
        {threads > 0 && (
          <span className="mt-0.5 flex shrink-0 items-center gap-0.5 text-accent text-xs tabular-nums">
            <MessageSquare aria-hidden className="size-4" />
            {threads}
            <span className="sr-only">open in discussion</span>
          </span>
        )}
        {ruling && <Check role="img" aria-label="settled" className="mt-0.5 size-4 shrink-0 text-success" />}
        {outdated && (
          <CircleAlert role="img" aria-label="ruling out of date" className="mt-0.5 size-4 shrink-0 text-warning" />
        )}
      </button>
    </li>
  );
});
