import type { ComponentProps } from "react";

type ScrollingRegionProps = Omit<ComponentProps<"section">, "tabIndex" | "aria-label"> & { label: string };

/** A part of a page that scrolls by itself; which way, its class says. Arrow keys scroll it once it has the focus. */
export function ScrollingRegion({ label, ...props }: ScrollingRegionProps) {
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
  return <section aria-label={label} tabIndex={0} {...props} />;
}
