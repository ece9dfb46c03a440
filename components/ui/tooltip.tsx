"use client";
import { Tooltip as BaseTooltip } from "@base-ui/react/tooltip";
import type { ReactElement, ReactNode } from "react";
import { Kbd } from "./kbd";

interface TooltipProps {
  /** What the control does; sighted users only, so the control needs a name of its own. */
  label: ReactNode;
  /** Shortcut shown beside the label. */
  keys?: string;
  side?: "top" | "bottom" | "left" | "right";
  /** The control the tooltip belongs to. */
  children: ReactElement<Record<string, unknown>>;
}

export function Tooltip({ label, keys, side = "top", children }: TooltipProps) {
  return (
    <BaseTooltip.Root>
      <BaseTooltip.Trigger render={children} />
      <BaseTooltip.Portal>
        <BaseTooltip.Positioner side={side} sideOffset={6} className="z-50">
          <BaseTooltip.Popup className="flex max-w-72 items-center gap-2 rounded-md bg-text px-2 py-1 text-surface text-xs shadow-float transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0">
            {label}
            {keys && <Kbd keys={keys} inverse />}
          </BaseTooltip.Popup>
        </BaseTooltip.Positioner>
      </BaseTooltip.Portal>
    </BaseTooltip.Root>
  );
}
