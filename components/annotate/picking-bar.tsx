"use client";

import { Kbd } from "@/components/ui/kbd";
import { useAnnotationScreen } from "./annotation-context";

/** What the letters over the words are for, while they are there. */
export function PickingBar() {
  const { picking } = useAnnotationScreen().flow;
  if (!picking) return null;
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-3 z-30 flex justify-center px-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md border border-border-strong bg-surface-raised px-3 py-1.5 text-sm shadow-float">
        <span>
          <span className="font-semibold">{picking.role.label}</span>:{" "}
          {picking.first === null ? "first word?" : <>from “{picking.first}” to which word?</>}
        </span>
        <span className="text-text-muted text-xs">
          <Kbd spoken keys="Shift" /> and letter: that word alone · <Kbd spoken keys="Escape" /> back
        </span>
      </p>
    </div>
  );
}
