import type { ReactNode } from "react";
import { cn } from "./cn";
import type { Hue } from "./hue";

/** A dot of a hue, beside text that says the same. */
export function HueDot({ hue, className }: { hue: Hue; className?: string }) {
  return (
    <span
      aria-hidden
      data-hue={hue}
      className={cn("inline-block size-2 shrink-0 rounded-full bg-hue-line", className)}
    />
  );
}

interface HueChipProps {
  hue: Hue;
  /** A shape that carries the meaning without the colour. */
  glyph?: string;
  children: ReactNode;
  className?: string;
}

/** A coded value as a small tinted label. */
export function HueChip({ hue, glyph, children, className }: HueChipProps) {
  return (
    <span
      data-hue={hue}
      className={cn(
        "inline-flex min-h-5 items-center gap-1 rounded-sm bg-hue-tint px-1.5 font-medium text-hue-text text-xs",
        className,
      )}
    >
      {glyph && (
        <span aria-hidden className="font-bold">
          {glyph}
        </span>
      )}
      {children}
    </span>
  );
}

/**
 * The shape of a position on a scale: up for, down against, a bar between, and a lozenge for what is off the scale.
 * `score` is the value's number, null or undefined when it has none.
 */
export function scoreGlyph(score: number | null | undefined): string {
  if (score === null || score === undefined) return "◇";
  if (score > 0) return "▲";
  return score < 0 ? "▼" : "–";
}
