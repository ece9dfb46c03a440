"use client";

import { ChevronDown, ChevronsDown, ChevronsUp, ChevronUp, PanelRightClose, PanelRightOpen } from "lucide-react";
import { useRef } from "react";
import { cn } from "@/components/ui/cn";
import { IconButton } from "@/components/ui/icon-button";
import { SegmentedControl } from "@/components/ui/segmented-control";
import type { ShownPanel } from "./annotate-layout";
import { useAnnotationScreen } from "./annotation-context";
import { GuidelinesPanel } from "./guidelines-panel";
import { StatementList } from "./statement-list";
import { useSheetHeight } from "./use-sheet-height";

type DrawerProps = {
  /** At the side of the article; otherwise it is a sheet under it. */
  beside: boolean;
  shown: ShownPanel;
  onShow: (shown: ShownPanel) => void;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** The statements and their forms, or the guidelines, where there is no room for a lane. It never lies over the article. */
export function Drawer({ beside, shown, onShow, open, onOpenChange }: DrawerProps) {
  const { statements } = useAnnotationScreen();
  const body = useRef<HTMLDivElement>(null);
  const sheet = useSheetHeight(onOpenChange);
  if (beside && !open) {
    return (
      <div className="absolute top-14 right-0 z-20 rounded-l-md border border-r-0 border-border-strong bg-surface-raised">
        <IconButton
          label={`Show the statements (${statements.length})`}
          aria-expanded={false}
          tooltipSide="left"
          className="size-10"
          onClick={() => onOpenChange(true)}
        >
          <PanelRightOpen aria-hidden />
        </IconButton>
      </div>
    );
  }
  return (
    <aside
      ref={beside ? undefined : sheet.ref}
      aria-label="Statements and guidelines"
      className={cn(
        "flex min-h-0 flex-col bg-surface-sunken",
        beside ? "border-l" : "rounded-t-xl border-t border-border-strong shadow-float",
      )}
      style={beside || !open ? undefined : { height: sheet.height }}
    >
      {!beside && (
        <div
          aria-hidden
          className="flex h-4 shrink-0 cursor-row-resize touch-none items-center justify-center"
          {...sheet.handle}
        >
          <span className="h-1 w-10 rounded-full bg-border-strong" />
        </div>
      )}
      <div
        className={cn("flex shrink-0 touch-none items-center justify-between gap-2 px-3 pb-2", beside && "pt-2")}
        {...(beside ? undefined : sheet.handle)}
      >
        <SegmentedControl
          label="Shown beside the article"
          value={shown}
          onValueChange={(next: ShownPanel) => {
            onShow(next);
            onOpenChange(true);
          }}
          options={[
            { value: "statements", label: `Statements ${statements.length}` },
            { value: "guidelines", label: "Guidelines" },
          ]}
        />
        <span className="flex items-center">
          {!beside && open && (
            <IconButton
              label={sheet.isTall ? "Smaller" : "Taller"}
              className="pointer-coarse:size-11"
              onClick={sheet.toggleTall}
            >
              {sheet.isTall ? <ChevronsDown aria-hidden /> : <ChevronsUp aria-hidden />}
            </IconButton>
          )}
          <IconButton
            label={open ? "Close" : "Open"}
            aria-expanded={open}
            aria-controls="annotate-panel"
            className="pointer-coarse:size-11"
            onClick={() => onOpenChange(!open)}
          >
            {beside ? <PanelRightClose aria-hidden /> : open ? <ChevronDown aria-hidden /> : <ChevronUp aria-hidden />}
          </IconButton>
        </span>
      </div>
      <div
        id="annotate-panel"
        ref={body}
        className={cn("relative min-h-0 flex-1 overflow-y-auto overscroll-contain px-3 pb-4", !open && "hidden")}
      >
        <div hidden={shown !== "statements"}>
          <StatementList scroller={body} />
        </div>
        {shown === "guidelines" && <GuidelinesPanel className="-mx-3" />}
      </div>
    </aside>
  );
}
