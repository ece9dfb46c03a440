"use client";

import { ChevronDown, ChevronUp } from "lucide-react";
import { useEffect, useRef } from "react";
import { cn } from "@/components/ui/cn";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { useAnnotationScreen } from "./annotation-context";
import { Guidelines } from "./guidelines";
import { StatementList } from "./statement-list";

type Shown = "statements" | "guidelines";
type SidePanelProps = {
  shown: Shown;
  onShow: (shown: Shown) => void;
  /** On narrow screens, where it is a drawer under the article. */
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Beside the article, or under it where there is no room: the statements and their forms, or the guidelines. */
export function SidePanel({ shown, onShow, open, onOpenChange }: SidePanelProps) {
  const { statements, codebook } = useAnnotationScreen();
  const body = useRef<HTMLDivElement>(null);
  const wasShown = useRef(shown);
  // Guidelines start at their beginning, the statements where one left them.
  useEffect(() => {
    if (wasShown.current !== shown && shown === "guidelines" && body.current) body.current.scrollTop = 0;
    wasShown.current = shown;
  }, [shown]);
  return (
    <aside
      aria-label="Statements and guidelines"
      className="flex min-h-0 flex-col border-t bg-surface-sunken max-[68.74rem]:max-h-[58dvh] min-[68.75rem]:border-t-0 min-[68.75rem]:border-l"
    >
      <div className="flex items-center justify-between gap-2 px-3 py-2">
        <SegmentedControl
          label="Shown beside the article"
          value={shown}
          onValueChange={(next: Shown) => {
            onShow(next);
            onOpenChange(true);
          }}
          options={[
            { value: "statements", label: `Statements ${statements.length}` },
            { value: "guidelines", label: "Guidelines" },
          ]}
        />
        <button
          type="button"
          aria-expanded={open}
          aria-controls="annotate-panel"
          onClick={() => onOpenChange(!open)}
          className="inline-flex h-9 items-center gap-1 rounded-md px-2 text-sm hover:bg-surface-sunken min-[68.75rem]:hidden"
        >
          {open ? "Close" : "Open"}
          {open ? <ChevronDown aria-hidden className="size-4" /> : <ChevronUp aria-hidden className="size-4" />}
        </button>
      </div>
      <div
        id="annotate-panel"
        ref={body}
        className={cn(
          "relative min-h-0 flex-1 scroll-py-2 overflow-y-auto overscroll-contain px-3 pb-4",
          !open && "max-[68.74rem]:hidden",
        )}
      >
        <div hidden={shown !== "statements"}>
          <StatementList />
        </div>
        {shown === "guidelines" && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
          <section tabIndex={0} aria-label="Guidelines" className="px-1 pt-1">
            <Guidelines markdown={codebook.guidelines} />
          </section>
        )}
      </div>
    </aside>
  );
}
