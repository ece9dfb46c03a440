import { ChevronLeft, ChevronRight, List, MessageSquare } from "lucide-react";
import type { ReactNode, RefObject } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { useKeyOf } from "@/components/ui/command-keys";
import { IconButton } from "@/components/ui/icon-button";
import type { Codebook } from "@/domain/codebook/codebook";
import type { ReviewCluster } from "./review-cluster";
import { sayDisagreements } from "./say-ruling";

interface ClusterHeadingProps {
  cluster: ReviewCluster;
  /** How many there are. */
  of: number;
  codebook: Codebook;
  headingRef: RefObject<HTMLHeadingElement | null>;
  openThreads: number;
  onThreads: () => void;
  /** Opens the list of all, where it has no place beside the article. */
  onList: () => void;
  isFirst: boolean;
  isLast: boolean;
  onStep: (step: number) => void;
  /** What else can be done with it. */
  children: ReactNode;
}

/** Which cluster is open, why it is one, and the ways to others. */
export function ClusterHeading({ cluster, of, codebook, headingRef, openThreads, ...props }: ClusterHeadingProps) {
  const keyOf = useKeyOf();
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 border-b px-4 py-2 sm:px-5">
      <h2 id="cluster" ref={headingRef} tabIndex={-1} className="mr-1 scroll-mt-16 font-serif text-lg outline-none">
        Cluster {cluster.number} <span className="text-base text-text-muted">of {of}</span>
      </h2>
      {cluster.ruling ? <Badge tone="success">Settled</Badge> : <Badge>Open</Badge>}
      {openThreads > 0 && (
        <Button
          variant="quiet"
          size="sm"
          className="gap-1 px-1.5 text-accent"
          aria-label={`${openThreads} open in discussion`}
          onClick={props.onThreads}
        >
          <MessageSquare aria-hidden className="size-4" />
          {openThreads}
        </Button>
      )}
      <div className="ml-auto flex items-center">
        <Button variant="quiet" size="sm" aria-label="All clusters" className="xl:hidden" onClick={props.onList}>
          <List aria-hidden className="size-4" /> <span className="max-sm:hidden">All clusters</span>
        </Button>
        {props.children}
        <IconButton
          label="Previous cluster"
          keys={keyOf("review.previous")}
          disabled={props.isFirst}
          onClick={() => props.onStep(-1)}
        >
          <ChevronLeft aria-hidden />
        </IconButton>
        <IconButton
          label="Next cluster"
          keys={keyOf("review.next")}
          disabled={props.isLast}
          onClick={() => props.onStep(1)}
        >
          <ChevronRight aria-hidden />
        </IconButton>
      </div>
      <p className="w-full text-text-muted text-xs">
        {sayDisagreements(cluster, codebook).join(" · ") || "All readings agree"}
      </p>
    </div>
  );
}
