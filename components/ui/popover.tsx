"use client";
import { Popover as BasePopover } from "@base-ui/react/popover";
import type { ReactElement, ReactNode } from "react";
import { cn } from "./cn";
import { popupStyles } from "./popup-styles";

interface PopoverProps {
  trigger: ReactElement<Record<string, unknown>>;
  title?: string;
  children: ReactNode;
  /** Open as soon as it is there. */
  defaultOpen?: boolean;
  side?: "top" | "bottom" | "left" | "right";
  className?: string;
}

/** Explanations and small forms beside the control that asks for them. */
export function Popover({ trigger, title, children, defaultOpen, side = "bottom", className }: PopoverProps) {
  return (
    <BasePopover.Root defaultOpen={defaultOpen}>
      <BasePopover.Trigger render={trigger} />
      <BasePopover.Portal>
        <BasePopover.Positioner side={side} sideOffset={6} collisionPadding={8} className="z-50">
          <BasePopover.Popup
            className={cn(
              popupStyles,
              "max-h-(--available-height) max-w-[min(24rem,calc(100vw-1rem))] overflow-y-auto p-4 text-sm",
              className,
            )}
          >
            {title && <BasePopover.Title className="mb-2 font-semibold text-base">{title}</BasePopover.Title>}
            {children}
          </BasePopover.Popup>
        </BasePopover.Positioner>
      </BasePopover.Portal>
    </BasePopover.Root>
  );
}
