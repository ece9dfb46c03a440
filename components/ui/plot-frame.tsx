"use client";
import { useEffect, useRef } from "react";
import { cn } from "./cn";
import { type LazyPart, useLazyPart } from "./lazy-part";

interface PlotFrameProps<Drawing> {
  /** What draws: fetched with the first plot, so that no other screen carries it. */
  drawing: LazyPart<Drawing>;
  /** Draws into this many pixels. */
  draw: (drawing: Drawing, width: number) => Element;
  /** Height that is kept free until it is drawn. */
  height: number;
  className?: string;
}

/** A picture of figures that stand in a table beside it, so assistive technology passes it over. */
export function PlotFrame<Drawing>({ drawing, draw, height, className }: PlotFrameProps<Drawing>) {
  const frame = useRef<HTMLDivElement>(null);
  const loaded = useLazyPart(drawing);
  useEffect(() => {
    // Without the pictures the tables say it all.
    drawing.load().catch(() => {});
  }, [drawing]);
  useEffect(() => {
    const { current } = frame;
    if (!loaded || !current) return;
    // Out of the flow: a picture must not keep wide what it was drawn for.
    const show = () => current.clientWidth > 0 && current.replaceChildren(draw(loaded, current.clientWidth));
    const watch = new ResizeObserver(show);
    watch.observe(current);
    return () => watch.disconnect();
  }, [loaded, draw]);
  return (
    <div
      ref={frame}
      aria-hidden
      className={cn("relative overflow-hidden [&>svg]:absolute", className)}
      style={{ height }}
    />
  );
}
