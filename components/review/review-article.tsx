"use client";
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { ArticleHeader } from "@/components/article/article-header";
import { ArticleSurface } from "@/components/article/article-surface";
import type { ArticleSurfaceHandle } from "@/components/article/surface-handle";
import { useLatest } from "@/components/ui/use-latest";
import { useTrouble } from "@/components/ui/use-trouble";
import type { ReviewView } from "@/domain/contract/review";
import type { StatementContent } from "@/domain/statement/statement";
import type { DocumentText } from "@/domain/text/document-text";
import type { Range } from "@/domain/text/span";
import { AnnotatorLanes } from "./lanes/annotator-lanes";
import { listLaneEntries } from "./lanes/lane-entries";
import { LanesHelp } from "./lanes/lanes-help";
import { LayerToggle } from "./layer-toggle";
import type { listAdded, ReviewCluster } from "./review-cluster";
import { addedMarks, reviewMarks } from "./review-marks";

interface ReviewArticleProps {
  view: Pick<ReviewView, "document" | "readings" | "codebook">;
  text: DocumentText;
  clusters: readonly ReviewCluster[];
  active: ReviewCluster;
  added: ReturnType<typeof listAdded>;
  /** The gold statement of the active cluster as it would be saved, or is proposed; null: none. */
  draft: StatementContent | null;
  /** A statement that all readings missed, while it is made. */
  created: StatementContent | null;
  surface: RefObject<ArticleSurfaceHandle | null>;
  onSelect: (ranges: readonly Range[]) => void;
  onOpen: (clusterId: string) => void;
  /** Opens the cluster so many places further on. */
  onStep: (step: number) => void;
}

/** The article with what the readings have marked in it, and a lane for each of them beside it. */
export function ReviewArticle({
  view,
  text,
  clusters,
  active,
  added,
  draft,
  created,
  surface,
  ...on
}: ReviewArticleProps) {
  const { document, readings } = view;
  const codebook = view.codebook.content;
  const sayTrouble = useTrouble();
  const [layers, setLayers] = useState<readonly string[]>(() => [...readings.map((_, index) => String(index)), "gold"]);
  const moved = useRef<(() => void) | null>(null);
  const marks = useMemo(
    () =>
      reviewMarks(
        clusters,
        {
          activeId: active.id,
          readings: new Set(layers.map(Number)),
          gold: layers.includes("gold"),
          draft,
        },
        addedMarks(
          [...added.map(({ statement }) => statement), ...(created ? [{ ...created, id: "new" }] : [])],
          layers.includes("gold") ? readings.length : null,
        ),
      ),
    [clusters, active.id, layers, draft, added, created, readings.length],
  );
  const entries = useMemo(
    () =>
      listLaneEntries(
        clusters,
        added.map(({ statement }) => statement),
        { codebook, readings },
      ),
    [clusters, added, codebook, readings],
  );
  const geometry = useCallback(() => surface.current?.geometry() ?? null, [surface]);
  useEffect(() => {
    // Where the article stands below the ruling, following it would carry the page away from the ruling.
    if (!window.matchMedia("(min-width: 64rem)").matches) return;
    surface.current?.scrollTo({ start: active.start, end: active.end });
  }, [active.start, active.end, surface]);

  const latest = useLatest({ clusters, ...on });
  const openCluster = useCallback(
    (id: string) => {
      // Gold that no reading has is drawn without being a cluster.
      if (latest.current.clusters.some((one) => one.id === id)) latest.current.onOpen(id);
    },
    [latest],
  );
  const step = useCallback((count: number) => latest.current.onStep(count), [latest]);
  return (
    <section
      aria-label="Article"
      className="relative min-h-0 px-4 max-lg:order-last max-lg:border-t sm:px-6 lg:overflow-y-auto"
    >
      {/* Lines stand further apart than elsewhere: up to five readings draw their bars between them. */}
      <div className="mx-auto grid w-fit max-w-full grid-cols-[auto_minmax(0,var(--container-measure))] gap-x-3 [--text-article--line-height:2.5rem] sm:gap-x-4 [&_.article-title]:text-2xl!">
        <AnnotatorLanes
          readings={readings}
          entries={entries}
          activeId={active.id}
          geometry={geometry}
          moved={moved}
          onOpen={openCluster}
          onStep={step}
        />
        <div className="min-w-0 py-6">
          <div className="mb-5 flex items-start gap-2">
            <LayerToggle readings={readings} value={layers} onValueChange={setLayers} />
            <LanesHelp />
          </div>
          <ArticleHeader document={document} />
          <ArticleSurface
            text={text}
            marks={marks}
            label={document.title}
            language={document.language}
            onSelect={on.onSelect}
            onActivate={([hit]) => hit && openCluster(hit.statementId)}
            onTrouble={sayTrouble}
            onGeometryChange={() => moved.current?.()}
            handle={surface}
          />
        </div>
      </div>
    </section>
  );
}
