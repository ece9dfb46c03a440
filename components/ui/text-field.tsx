"use client";
import { Field } from "@base-ui/react/field";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";
import { hintStyles, inputStyles, labelStyles } from "./field-styles";

type TextFieldProps = Omit<ComponentProps<typeof Field.Control>, "className" | "render"> & {
  label: string;
  /** Keeps the label for assistive technology only. */
  labelHidden?: boolean;
  description?: ReactNode;
  /** What is wrong and what to do; marks the field as invalid. */
  error?: string | null;
  /** Less high, in a row of a dense form. */
  compact?: boolean;
  className?: string;
};

export function TextField({
  label,
  labelHidden,
  description,
  error,
  compact = false,
  disabled,
  className,
  ...props
}: TextFieldProps) {
  return (
    <Field.Root invalid={Boolean(error)} disabled={disabled} className={cn("flex flex-col gap-1", className)}>
      <Field.Label className={labelHidden ? "sr-only" : labelStyles}>{label}</Field.Label>
      <Field.Control {...props} className={cn(inputStyles, compact ? "h-7 px-2 text-sm pointer-coarse:h-11" : "h-9")} />
      {description && <Field.Description className={hintStyles}>{description}</Field.Description>}
      <Field.Error match={Boolean(error)} className="text-danger text-sm">
        {error}
      </Field.Error>
    </Field.Root>
  );
}
