"use client";
import { Field } from "@base-ui/react/field";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";
import { hintStyles, inputStyles, labelStyles } from "./field-styles";

type TextAreaProps = Omit<ComponentProps<"textarea">, "className"> & {
  label: string;
  labelHidden?: boolean;
  description?: ReactNode;
  error?: string | null;
  /** Less high while it is empty, in a row of a dense form. */
  compact?: boolean;
  className?: string;
};

/** Grows with its text where the browser can. */
export function TextArea({
  label,
  labelHidden,
  description,
  error,
  disabled,
  compact = false,
  className,
  rows = 2,
  ...props
}: TextAreaProps) {
  return (
    <Field.Root invalid={Boolean(error)} disabled={disabled} className={cn("flex flex-col gap-1", className)}>
      <Field.Label className={labelHidden ? "sr-only" : labelStyles}>{label}</Field.Label>
      <Field.Control
        render={<textarea {...props} rows={rows} />}
        className={cn(
          inputStyles,
          "field-sizing-content max-h-60 resize-y",
          compact ? "min-h-7 px-2 py-0.75 text-sm pointer-coarse:min-h-11 pointer-coarse:py-2.5" : "min-h-14 py-1.5",
        )}
      />
      {description && <Field.Description className={hintStyles}>{description}</Field.Description>}
      <Field.Error match={Boolean(error)} className="text-danger text-sm">
        {error}
      </Field.Error>
    </Field.Root>
  );
}
