import { type PointerEvent, useRef, useState } from "react";

/** Shares of the window's height that the sheet rests at. */
const HALF = 0.55;
const TALL = 0.8;
/** Below this share it closes when let go. */
const CLOSES = 0.3;
/** A press that moves less than this, in px, is not a drag. */
const SLOP = 6;

/** Height of the sheet under the article: dragged by its handle, it rests half open, tall or closed. */
export function useSheetHeight(onOpenChange: (open: boolean) => void) {
  const ref = useRef<HTMLElement>(null);
  const [rest, setRest] = useState(HALF);
  const drag = useRef<{ from: number; height: number; moved: boolean } | null>(null);

  function follow(event: PointerEvent<HTMLElement>): void {
    const { current } = drag;
    if (!current || !ref.current) return;
    const by = current.from - event.clientY;
    if (!current.moved && Math.abs(by) < SLOP) return;
    if (!current.moved) event.currentTarget.setPointerCapture(event.pointerId);
    current.moved = true;
    ref.current.style.height = `${Math.min(window.innerHeight * TALL, Math.max(60, current.height + by))}px`;
  }

  function release(): void {
    const { current } = drag;
    drag.current = null;
    if (!current?.moved || !ref.current) return;
    const share = ref.current.offsetHeight / window.innerHeight;
    const closes = share < CLOSES;
    const next = share > (HALF + TALL) / 2 ? TALL : HALF;
    // React knows the heights it rests at only.
    ref.current.style.height = closes ? "" : `${next * 100}dvh`;
    setRest(next);
    onOpenChange(!closes);
  }

  return {
    ref,
    height: `${rest * 100}dvh`,
    isTall: rest === TALL,
    toggleTall: () => setRest(rest === TALL ? HALF : TALL),
    handle: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        if (ref.current) drag.current = { from: event.clientY, height: ref.current.offsetHeight, moved: false };
      },
      onPointerMove: follow,
      onPointerUp: release,
      onPointerCancel: release,
    },
  };
}
