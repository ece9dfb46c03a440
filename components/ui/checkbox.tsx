"use client";
import { Checkbox as BaseCheckbox } from "@base-ui/react/checkbox";
import { Check } from "lucide-react";
import { type ReactNode, useId } from "react";
import { Kbd } from "./kbd";
import { ariaKeys } from "./print-chord";

interface CheckboxProps {
  label: ReactNode;
  description?: ReactNode;
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  disabled?: boolean;
  keys?: string;
}

export function Checkbox({ label, description, checked, onCheckedChange, disabled, keys }: CheckboxProps) {
  const descriptionId = useId();
  return (
    <div>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the checkbox inside renders a native input */}
      <label className="flex items-start gap-2 text-sm">
        <BaseCheckbox.Root
          checked={checked}
          onCheckedChange={(next) => onCheckedChange(next)}
          disabled={disabled}
          aria-keyshortcuts={ariaKeys(keys)}
          aria-describedby={description ? descriptionId : undefined}
          className="mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-sm border border-border-strong bg-surface-raised data-checked:border-accent data-checked:bg-accent data-disabled:opacity-50"
        >
          <BaseCheckbox.Indicator className="text-accent-text data-unchecked:hidden">
            <Check aria-hidden className="size-3.5" strokeWidth={3} />
          </BaseCheckbox.Indicator>
        </BaseCheckbox.Root>
        <span className="flex items-center gap-2">
          {label}
          {keys && <Kbd keys={keys} />}
        </span>
      </label>
      {description && (
        <p id={descriptionId} className="ml-6 text-sm text-text-muted">
          {description}
        </p>
      )}
    </div>
  );
}
