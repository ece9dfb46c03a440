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
  className?: string;
};

/** Grows with its text where the browser can. */
export function TextArea({
  label,
  labelHidden,
  description,
  error,
  disabled,
  className,
  rows = 2,
  ...props
}: TextAreaProps) {
  return (
    <Field.Root invalid={Boolean(error)} disabled={disabled} className={cn("flex flex-col gap-1", className)}>
      <Field.Label className={labelHidden ? "sr-only" : labelStyles}>{label}</Field.Label>
      <Field.Control
        render={<textarea {...props} rows={rows} />}
        className={cn(inputStyles, "field-sizing-content max-h-60 min-h-14 resize-y py-1.5")}
      />
      {description && <Field.Description className={hintStyles}>{description}</Field.Description>}
      <Field.Error match={Boolean(error)} className="text-danger text-sm">
        {error}
      </Field.Error>
    </Field.Root>
  );
}
