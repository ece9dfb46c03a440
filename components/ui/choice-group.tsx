"use client";
import { Toggle } from "@base-ui/react/toggle";
import { ToggleGroup } from "@base-ui/react/toggle-group";
import { cn } from "./cn";
import type { Hue } from "./hue";
import { Kbd } from "./kbd";
import { ariaKeys } from "./print-chord";

export interface Choice {
  value: string;
  label: string;
  hue?: Hue;
  /** Shape shown before the label, so that meaning never rests on colour alone. */
  glyph?: string;
  /** One key that chooses it. */
  keys?: string;
  /** Definition, shown on hover. */
  title?: string;
  disabled?: boolean;
  /** Put forward and not chosen: why. */
  proposed?: string;
}

interface ChoiceGroupProps {
  /** Accessible name of the group. */
  label: string;
  /** What is chosen; empty while nothing is. */
  value: string[];
  onValueChange: (value: string[]) => void;
  choices: Choice[];
  multiple?: boolean;
  disabled?: boolean;
  /** Less high, where many groups stand in one form. */
  compact?: boolean;
  className?: string;
}

/** Coded values as small buttons in a row: pressing the chosen one again takes it back. */
export function ChoiceGroup(props: ChoiceGroupProps) {
  return (
    <ToggleGroup
      aria-label={props.label}
      value={props.value}
      onValueChange={(value: string[]) => props.onValueChange(value)}
      multiple={props.multiple ?? false}
      disabled={props.disabled}
      className={cn("flex flex-wrap gap-1", props.className)}
    >
      {props.choices.map((choice) => (
        <Toggle
          key={choice.value}
          value={choice.value}
          disabled={choice.disabled}
          title={[choice.proposed && `Proposed: ${choice.proposed}`, choice.title].filter(Boolean).join("\n\n")}
          data-proposal={choice.proposed && ""}
          aria-keyshortcuts={ariaKeys(choice.keys)}
          data-hue={choice.hue}
          className={cn(
            "flex select-none items-center rounded-md border border-border bg-surface-raised text-left hover:border-border-strong data-disabled:opacity-50 data-pressed:font-medium",
            choice.proposed && "border-accent border-dashed",
            props.compact
              ? "min-h-6 gap-1 px-1.25 text-xs pointer-coarse:min-h-11 pointer-coarse:px-3 pointer-coarse:text-sm"
              : "min-h-7 gap-1.5 px-2 py-0.5 text-sm",
            choice.hue
              ? "data-pressed:inset-ring data-pressed:inset-ring-hue-line data-pressed:border-hue-line data-pressed:bg-hue-tint"
              : "data-pressed:inset-ring data-pressed:inset-ring-accent data-pressed:border-accent data-pressed:bg-accent-tint",
          )}
        >
          {choice.hue && !choice.glyph && !props.compact && (
            <span aria-hidden className="size-2 shrink-0 rounded-full bg-hue-line" />
          )}
          {choice.glyph && (
            <span aria-hidden className={cn("font-semibold", choice.hue && "text-hue-text")}>
              {choice.glyph}
            </span>
          )}
          {choice.label}
          {choice.proposed && <span className="font-normal text-text-muted text-xs">proposed</span>}
          {choice.keys && <Kbd keys={choice.keys} quiet={props.compact} className="ml-0.5" />}
        </Toggle>
      ))}
    </ToggleGroup>
  );
}
