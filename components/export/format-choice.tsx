"use client";
import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import { useId } from "react";
import { cn } from "@/components/ui/cn";
import { labelStyles } from "@/components/ui/field-styles";
import type { FormatName } from "@/domain/formats/format-names";
import { FORMAT_GROUPS, FORMAT_TEXTS } from "./format-texts";

interface FormatChoiceProps {
  value: FormatName;
  onValueChange: (value: FormatName) => void;
}

/** One format of many, by what it is for. */
export function FormatChoice({ value, onValueChange }: FormatChoiceProps) {
  const id = useId();
  return (
    <RadioGroup
      aria-labelledby={id}
      value={value}
      onValueChange={(next: FormatName) => onValueChange(next)}
      className="grid gap-4"
    >
      <p id={id} className="font-serif text-lg">
        Format
      </p>
      {FORMAT_GROUPS.map(({ title, formats }) => (
        <div key={title}>
          <p className={labelStyles}>{title}</p>
          {/* Four stand in one row or two by two: one alone in a row would look left over. */}
          <div
            className={cn(
              "mt-1.5 grid gap-2 sm:grid-cols-2",
              formats.length % 3 === 1 ? "xl:grid-cols-4" : "lg:grid-cols-3",
            )}
          >
            {formats.map((name) => (
              <FormatCard key={name} name={name} />
            ))}
          </div>
        </div>
      ))}
    </RadioGroup>
  );
}

function FormatCard({ name }: { name: FormatName }) {
  const { label, description } = FORMAT_TEXTS[name];
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the radio inside renders a native input
    <label className="flex items-start gap-2.5 rounded-lg border border-border bg-surface-raised p-3 hover:border-border-strong has-data-checked:border-accent has-data-checked:bg-accent-tint">
      <Radio.Root
        value={name}
        className="mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-full border border-border-strong bg-surface-raised data-checked:border-accent data-checked:bg-accent"
      >
        <Radio.Indicator className="size-1.5 rounded-full bg-accent-text data-unchecked:hidden" />
      </Radio.Root>
      <span className="min-w-0">
        <span className="block font-medium text-sm">{label}</span>
        <span className="mt-0.5 block text-sm text-text-muted">{description}</span>
      </span>
    </label>
  );
}
