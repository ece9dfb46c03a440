"use client";
import { TextField } from "@/components/ui/text-field";

interface CodeFieldProps {
  value: string;
  error?: string | null;
  autoFocus?: boolean;
  /** Only the app's codes will do: while it is set up there is nothing else. */
  appOnly?: boolean;
  onChange: (code: string) => void;
}

/** A code of somebody's authenticator app, or a recovery code. */
export function CodeField({ value, error, autoFocus, appOnly = false, onChange }: CodeFieldProps) {
  return (
    <TextField
      label="Code"
      name="code"
      autoComplete="one-time-code"
      inputMode={appOnly ? "numeric" : "text"}
      autoCapitalize="none"
      spellCheck={false}
      maxLength={60}
      required
      autoFocus={autoFocus}
      value={value}
      description={
        error
          ? undefined
          : appOnly
            ? "The six digits that the app shows now."
            : "The six digits that your authenticator app shows now, or a recovery code."
      }
      error={error}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
