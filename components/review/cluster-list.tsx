"use client";
import { Check, CircleAlert, MessageSquare } from "lucide-react";
import { useEffect, useRef } from "react";
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
      {clusters.map((one) => {
        const isActive = one.id === activeId;
        const why = sayDisagreements(one, codebook);
        return (
          <li key={one.id}>
            <button
              ref={isActive ? active : undefined}
              type="button"
              aria-current={isActive ? "true" : undefined}
              onClick={() => onOpen(one.id)}
              className={cn(
                "flex w-full items-start gap-2.5 border-l-2 px-3.5 py-2.5 text-left -outline-offset-2",
                isActive ? "border-l-accent bg-accent-tint" : "border-l-transparent hover:bg-surface-sunken",
              )}
            >
              <span className="w-5 shrink-0 pt-px text-right text-text-muted text-xs tabular-nums leading-5">
                {one.number}
              </span>
              <span className="min-w-0 flex-1">
                <span className={cn("line-clamp-2 text-sm", one.ruling && "text-text-muted")} dir="auto">
                  {spansInRole(one.statements[0]?.spans ?? [], "content")[0]?.quote}
                </span>
                <span className="mt-0.5 block text-text-muted text-xs">
                  {why.length > 0 ? why.join(" · ") : "all agree"}
                </span>
              </span>
              {openThreads.has(one.id) && (
                <span className="mt-0.5 flex shrink-0 items-center gap-0.5 text-accent text-xs tabular-nums">
                  <MessageSquare aria-hidden className="size-4" />
                  {openThreads.get(one.id)}
                  <span className="sr-only">open in discussion</span>
                </span>
              )}
              {one.ruling && <Check role="img" aria-label="settled" className="mt-0.5 size-4 shrink-0 text-success" />}
              {one.outdated && (
                <CircleAlert
                  role="img"
                  aria-label="ruling out of date"
                  className="mt-0.5 size-4 shrink-0 text-warning"
                />
              )}
            </button>
          </li>
        );
      })}
    </ol>
  );
}
