"use client";

import { type ReactNode, type RefObject, useRef } from "react";
import type { SurfaceGeometry } from "@/components/article/surface-geometry";
import { cn } from "@/components/ui/cn";
import { useMediaQuery } from "@/components/ui/use-media-query";
import { useAnnotationScreen } from "./annotation-context";
import { Drawer } from "./drawer";
import { GuidelinesPanel } from "./guidelines-panel";
import { CardLane } from "./lane/card-lane";
import { MarkFirst } from "./mark-first";

/** From here on there is room for cards beside their passages; 1280 px unless the reader's letters are larger. */
const LANE_QUERY = "(min-width: 80rem)";
/** From here on the drawer is beside the article, below it under it. */
const SIDE_QUERY = "(min-width: 48rem)";

export type ShownPanel = "statements" | "guidelines";

type AnnotateLayoutProps = {
  article: ReactNode;
  geometry: () => SurfaceGeometry | null;
  /** Is given what to call when the words of the article stand elsewhere. */
  moved: RefObject<(() => void) | null>;
  shown: ShownPanel;
  onShow: (shown: ShownPanel) => void;
  /** Null until somebody opens or closes it. */
  drawerOpen: boolean | null;
  onDrawerOpen: (open: boolean) => void;
};

/** The article with its statements: in a lane beside it where there is room, in a drawer where there is not. */
export function AnnotateLayout(props: AnnotateLayoutProps) {
  const { article, geometry, moved, shown, onShow, drawerOpen, onDrawerOpen } = props;
  const { desk } = useAnnotationScreen().suggestions;
  const scroller = useRef<HTMLDivElement>(null);
  const hasLane = useMediaQuery(LANE_QUERY, true);
  const isBeside = useMediaQuery(SIDE_QUERY);
  const open = drawerOpen ?? isBeside;
  return (
    <div
      className={cn(
        "grid min-h-0 grid-cols-[minmax(0,1fr)] grid-rows-[minmax(0,1fr)_auto]",
        !hasLane && isBeside && open && "grid-cols-[minmax(0,1fr)_clamp(20rem,42vw,28rem)] grid-rows-1",
      )}
    >
      <div
        ref={scroller}
        className="annotate-scroller relative overflow-y-auto overscroll-contain px-6 sm:px-10 xl:grid xl:px-0"
      >
        <section aria-label="Article" className="mx-auto max-w-measure pt-8 pb-[40vh] sm:pt-12 xl:mx-0 xl:max-w-none">
          {article}
        </section>
        {hasLane && (
          <aside aria-label="Statements and guidelines" className="relative max-xl:hidden">
            <div className={cn("h-full", shown === "guidelines" && "invisible")}>
              <MarkFirst>
                <CardLane scroller={scroller} geometry={geometry} moved={moved} guests={desk?.guests} />
              </MarkFirst>
            </div>
            {shown === "guidelines" && (
              <div className="absolute inset-0">
                <div className="sticky top-0 py-2">
                  <GuidelinesPanel
                    onClose={() => onShow("statements")}
                    className="max-h-[calc(100dvh-var(--spacing-shell)-5rem)] rounded-lg border bg-surface-raised"
                  />
                </div>
              </div>
            )}
          </aside>
        )}
      </div>
      {!hasLane && <Drawer beside={isBeside} shown={shown} onShow={onShow} open={open} onOpenChange={onDrawerOpen} />}
    </div>
  );
}
