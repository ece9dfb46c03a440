"use client";
import { ChevronDown } from "lucide-react";
import { type ReactNode, useId } from "react";
import { cn } from "./cn";
import { hintStyles, inputStyles, labelStyles } from "./field-styles";

interface SelectFieldProps<Value extends string> {
  label: string;
  labelHidden?: boolean;
  value: Value;
  onValueChange: (value: Value) => void;
  options: readonly { value: Value; label: string; disabled?: boolean }[];
  description?: ReactNode;
  error?: string | null;
  disabled?: boolean;
  className?: string;
}

/** One of a short list, in the browser's own menu: at home on every device. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { label, labelHidden, value, onValueChange, options, description, error, disabled, className } = props;
  const id = useId();
  return (
    <div className={cn("flex flex-col gap-1", className)}>
      <label htmlFor={id} className={labelHidden ? "sr-only" : labelStyles}>
        {label}
      </label>
      <div className="relative">
        <select
          id={id}
          value={value}
          disabled={disabled}
          aria-invalid={error ? true : undefined}
          aria-describedby={description || error ? `${id}-more` : undefined}
          onChange={(event) => onValueChange(event.target.value as Value)}
          className={cn(
            inputStyles,
            "h-9 appearance-none truncate bg-surface-raised pr-8 read-only:bg-surface-raised disabled:opacity-60",
            error && "border-danger",
          )}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown aria-hidden className="-translate-y-1/2 pointer-events-none absolute top-1/2 right-2.5 size-4" />
      </div>
      {(description || error) && (
        <div id={`${id}-more`} className="grid gap-1">
          {description && <p className={hintStyles}>{description}</p>}
          {error && <p className="text-danger text-sm">{error}</p>}
        </div>
      )}
    </div>
  );
}
