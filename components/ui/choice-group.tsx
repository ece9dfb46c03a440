"use client";
import { type KeyboardEvent, useState } from "react";
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

/**
 * Coded values as small buttons in a row: pressing the chosen one again takes it back. One stop of the Tab key, with the
 * arrow keys between them. Plain buttons: a form has dozens of them and is drawn anew for each statement.
 */
export function ChoiceGroup(props: ChoiceGroupProps) {
  const { value, choices, multiple = false, disabled = false } = props;
  const [reached, setReached] = useState<string | null>(null);
  const stop = [reached, value[0]].find((one) => choices.some((choice) => choice.value === one)) ?? choices[0]?.value;

  function press(pressed: string): void {
    const others = multiple ? value.filter((one) => one !== pressed) : [];
    props.onValueChange(value.includes(pressed) ? others : [...others, pressed]);
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has a look and a legend of its own
    <div
      role="group"
      aria-label={props.label}
      className={cn("flex flex-wrap gap-1", props.className)}
      onKeyDown={moveFocus}
    >
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          aria-pressed={value.includes(choice.value)}
          data-pressed={value.includes(choice.value) ? "" : undefined}
          tabIndex={choice.value === stop ? 0 : -1}
          disabled={disabled || choice.disabled}
          onClick={() => press(choice.value)}
          onFocus={() => setReached(choice.value)}
          title={[choice.proposed && `Proposed: ${choice.proposed}`, choice.title].filter(Boolean).join("\n\n")}
          data-proposal={choice.proposed && ""}
          aria-keyshortcuts={ariaKeys(choice.keys)}
          data-hue={choice.hue}
          className={cn(
            "flex select-none items-center rounded-md border border-border bg-surface-raised text-left hover:border-border-strong disabled:opacity-50 data-pressed:font-medium",
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
        </button>
      ))}
    </div>
  );
}

/** To the next or first of the buttons that can be pressed, and around from the last one. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const group = event.currentTarget;
  const buttons = [...group.querySelectorAll<HTMLButtonElement>("button:not(:disabled)")];
  const at = buttons.findIndex((button) => button.contains(event.target as Node));
  const rightToLeft = getComputedStyle(group).direction === "rtl";
  const steps: Record<string, number> = {
    ArrowRight: rightToLeft ? -1 : 1,
    ArrowLeft: rightToLeft ? 1 : -1,
    ArrowDown: 1,
    ArrowUp: -1,
    Home: -at,
    End: -1 - at,
  };
  const step = steps[event.key];
  if (at < 0 || step === undefined || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  event.preventDefault();
  buttons.at((at + step) % buttons.length)?.focus();
}
