"use client";
import { useCallback } from "react";
import { PlotFrame } from "@/components/ui/plot-frame";
import type { Figure } from "@/domain/agreement/figure";
import type { ReliabilityTarget } from "@/domain/agreement/interpret-coefficient";
import { agreementDrawing } from "./agreement-drawing";

/** Where a coefficient and its interval lie between 0 and 1, with the project's target. */
export function IntervalStrip({
  figure,
  target,
  className,
}: {
  figure: Figure;
  target: ReliabilityTarget | null;
  className?: string;
}) {
  const draw = useCallback(
    (drawing: typeof import("./draw-plots"), width: number) => drawing.drawInterval(figure, target, width),
    [figure, target],
  );
  return <PlotFrame drawing={agreementDrawing} draw={draw} height={28} className={className} />;
}
