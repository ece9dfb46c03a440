"use client";

import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import type { Hue } from "@/components/ui/hue";

type CardShellProps = {
  /** How much of it there is room for: its form, two lines, one line, or its number. */
  kind: "open" | "card" | "line" | "tab";
  /** Absent for what is not a statement of the reader's, such as a suggestion. */
  statementId?: string;
  hue?: Hue;
  /** For what is only proposed. */
  dashed?: boolean;
  /** In the list of all, which is longer than what is rendered of it. */
  position?: { place: number; of: number };
  /** In px of the lane; absent: it stands where the list puts it. */
  at?: { left: number; top: number; width?: number };
  /** The open card stays in view while the article is scrolled, and scrolls by itself if it is higher. */
  staysInView?: boolean;
  /** Is given the element of the open card. */
  watch?: (card: HTMLElement | null) => void;
  children: ReactNode;
};

/** The edge and place of a card in the lane or list. */
export function CardShell({
  kind,
  statementId,
  hue,
  dashed,
  position,
  at,
  staysInView,
  watch,
  children,
}: CardShellProps) {
  const open = kind === "open";
  return (
    <li
      ref={watch}
      data-statement-card={statementId}
      data-hue={hue}
      aria-setsize={position?.of}
      aria-posinset={position?.place}
      className={cn(
        "@container scroll-my-2 overflow-clip rounded-lg border bg-surface-raised",
        open ? "border-border-strong shadow-float" : "border-border hover:border-border-strong",
        dashed && "border-border-strong border-dashed bg-surface",
        kind === "card" && "h-13",
        kind === "line" && "h-7.5 pointer-coarse:h-11",
        kind === "tab" && "h-6.5 rounded-md pointer-coarse:h-10.5",
        at &&
          !staysInView &&
          "absolute top-0 left-0 group-data-[motion=calm]/lane:transition-transform group-data-[motion=calm]/lane:duration-200",
        staysInView && "sticky top-2 bottom-2 z-10",
      )}
      style={
        at && !staysInView
          ? open
            ? // Its head sticks to the top of what scrolls, which a transform would mislead.
              { top: at.top, left: at.left, width: "100%" }
            : { transform: `translate(${at.left}px, ${at.top}px)`, width: at.width ?? "100%" }
          : undefined
      }
    >
      {staysInView ? (
        <div className="max-h-[calc(var(--lane-view)-3.5rem)] overflow-y-auto overscroll-contain">{children}</div>
      ) : (
        children
      )}
    </li>
  );
}
