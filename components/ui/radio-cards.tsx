"use client";
import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import { type ReactNode, useId } from "react";
import { cn } from "./cn";
import { labelStyles } from "./field-styles";

interface RadioCardsProps<Value extends string> {
  label: string;
  value: Value;
  onValueChange: (value: Value) => void;
  options: { value: Value; label: string; description?: ReactNode; disabled?: boolean }[];
  className?: string;
}

/** Exactly one of a few choices that each need a sentence. */
export function RadioCards<Value extends string>(props: RadioCardsProps<Value>) {
  const id = useId();
  return (
    <div className={props.className}>
      <p id={id} className={cn(labelStyles, "mb-1.5")}>
        {props.label}
      </p>
      <RadioGroup
        aria-labelledby={id}
        value={props.value}
        onValueChange={(value: Value) => props.onValueChange(value)}
        // Four stand two by two: one alone in a row would look left over.
        className={cn(
          "grid gap-2",
          props.options.length === 4 ? "sm:grid-cols-2" : "sm:grid-cols-[repeat(auto-fit,minmax(11rem,1fr))]",
        )}
      >
        {props.options.map((option) => (
          // biome-ignore lint/a11y/noLabelWithoutControl: the radio inside renders a native input
          <label
            key={option.value}
            className="flex items-start gap-2.5 rounded-lg border border-border bg-surface-raised p-3 hover:border-border-strong has-data-checked:border-accent has-data-checked:bg-accent-tint has-data-disabled:opacity-50"
          >
            <Radio.Root
              value={option.value}
              disabled={option.disabled}
              className="mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-full border border-border-strong bg-surface-raised data-checked:border-accent data-checked:bg-accent"
            >
              <Radio.Indicator className="size-1.5 rounded-full bg-accent-text data-unchecked:hidden" />
            </Radio.Root>
            <span className="min-w-0">
              <span className="block font-medium text-sm">{option.label}</span>
              {option.description && <span className="mt-0.5 block text-sm text-text-muted">{option.description}</span>}
            </span>
          </label>
        ))}
      </RadioGroup>
    </div>
  );
}
