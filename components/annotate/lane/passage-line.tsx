import type { Hue } from "@/components/ui/hue";

/** A quiet bracket between the lines of the open statement's passage and its card. Heights in px of the lane. */
export function PassageLine({ hue, top, height }: { hue: Hue; top: number; height: number }) {
  return (
    <span
      aria-hidden
      data-hue={hue}
      className="pointer-events-none absolute -left-5 w-5 before:absolute before:inset-y-1 before:left-0 before:w-0.5 before:rounded-full before:bg-hue-line after:absolute after:top-4 after:right-0 after:left-0.5 after:h-px after:bg-hue-line"
      style={{ top, height }}
    />
  );
}
