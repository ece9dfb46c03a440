"use client";
import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import type { ReactNode } from "react";
import { cn } from "./cn";

interface SegmentedControlProps<Value extends string> {
  /** Accessible name of the group. */
  label: string;
  value: Value;
  onValueChange: (value: Value) => void;
  options: { value: Value; label: ReactNode; disabled?: boolean }[];
  className?: string;
}

/** Exactly one of a few short choices, one of which always holds: filters, views, formats. */
export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  return (
    <RadioGroup
      aria-label={props.label}
      value={props.value}
      onValueChange={(value: Value) => props.onValueChange(value)}
      className={cn(
        "inline-flex flex-wrap gap-0.5 rounded-md border border-border bg-surface-sunken p-0.5",
        props.className,
      )}
    >
      {props.options.map((option) => (
        // biome-ignore lint/a11y/noLabelWithoutControl: the radio inside renders a native input
        <label
          key={option.value}
          className="flex h-7 select-none items-center rounded-sm border border-transparent px-2.5 text-sm text-text-muted hover:text-text has-data-checked:border-border-strong has-data-checked:bg-surface-raised has-data-checked:font-medium has-data-checked:text-text has-data-disabled:opacity-50 has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2"
        >
          <Radio.Root value={option.value} disabled={option.disabled} className="size-0 outline-none" />
          {option.label}
        </label>
      ))}
    </RadioGroup>
  );
}
