"use client";
import type { ComponentProps } from "react";
import { Button } from "./button";
import { cn } from "./cn";
import { ariaKeys } from "./print-chord";
import { Tooltip } from "./tooltip";

type IconButtonProps = Omit<ComponentProps<typeof Button>, "aria-label"> & {
  /** Accessible name, also the tooltip. */
  label: string;
  keys?: string;
  tooltipSide?: "top" | "bottom" | "left" | "right";
};

/** A square button with an icon from lucide-react as its only child. */
export function IconButton({
  label,
  keys,
  tooltipSide,
  size,
  variant = "quiet",
  className,
  ...props
}: IconButtonProps) {
  return (
    <Tooltip label={label} keys={keys} side={tooltipSide}>
      <Button
        {...props}
        aria-label={label}
        aria-keyshortcuts={ariaKeys(keys)}
        variant={variant}
        size={size}
        className={cn("px-0 [&_svg]:size-4", size === "sm" ? "w-7" : size === "lg" ? "w-10" : "w-8", className)}
      />
    </Tooltip>
  );
}
