"use client";
import { useCallback } from "react";
import { PlotFrame } from "@/components/ui/plot-frame";
import type { PersonProgress } from "@/domain/contract/progress";
import { AXIS_HEIGHT, PERSON_HEIGHT } from "./plot-heights";
import { progressDrawing } from "./progress-drawing";

/** Each person's readings as a bar; the table beside it says the same. */
export function PeoplePlot({ people }: { people: readonly PersonProgress[] }) {
  const draw = useCallback(
    (drawing: typeof import("./draw-progress"), width: number) => drawing.drawPeople(people, width),
    [people],
  );
  return (
    <div className="mt-3">
      <PlotFrame drawing={progressDrawing} draw={draw} height={people.length * PERSON_HEIGHT + AXIS_HEIGHT} />
      <p aria-hidden className="mt-1 text-text-muted text-xs">
        Full: finished; lighter: in progress; empty: not started.
      </p>
    </div>
  );
}
