"use client";
import { Progress } from "@base-ui/react/progress";
import { cn } from "./cn";

interface ProgressBarProps {
  /** What advances: "Rulings". */
  label: string;
  value: number;
  max: number;
  /** Text beside the bar; "3 of 7" by default. */
  text?: string;
  className?: string;
}

export function ProgressBar({ label, value, max, text = `${value} of ${max}`, className }: ProgressBarProps) {
  return (
    <Progress.Root
      value={value}
      max={Math.max(max, 1)}
      aria-label={label}
      getAriaValueText={() => text}
      className={cn("flex items-center gap-2 text-sm text-text-muted", className)}
    >
      <Progress.Track className="h-1 w-24 overflow-hidden rounded-full bg-border">
        <Progress.Indicator className="h-full bg-accent transition-[width]" />
      </Progress.Track>
      <span aria-hidden className="whitespace-nowrap tabular-nums">
        {text}
      </span>
    </Progress.Root>
  );
}
