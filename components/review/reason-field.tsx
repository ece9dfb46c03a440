"use client";
import type { Ref } from "react";
import { useKeyOf } from "@/components/ui/command-keys";
import { labelStyles } from "@/components/ui/field-styles";
import { Kbd } from "@/components/ui/kbd";
import { TextArea } from "@/components/ui/text-area";
import { withReason } from "./with-reason";

interface ReasonFieldProps {
  value: string;
  onChange: (reason: string) => void;
  /** Reasons of the project, one key each. */
  reasons: readonly string[];
  required: boolean;
  error: string | null;
  /** Absent where the keys of reasons do nothing: none is shown then. */
  inputRef?: Ref<HTMLTextAreaElement>;
}

export function ReasonField({ value, onChange, reasons, required, error, inputRef }: ReasonFieldProps) {
  const keys = useKeyOf()("review.reason");
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-center gap-2">
        <span className={labelStyles} aria-hidden>
          Reason
        </span>
        {inputRef && keys && <Kbd keys={keys} />}
        <span className="text-text-muted text-xs">{required ? "required" : "optional"}</span>
      </div>
      <TextArea
        label="Reason"
        labelHidden
        ref={inputRef}
        value={value}
        required={required}
        error={error}
        maxLength={4000}
        placeholder="Why, in a few words"
        onChange={(event) => onChange(event.target.value)}
      />
      <div className="flex flex-wrap gap-1">
        {reasons.map((reason, index) => (
          <button
            key={reason}
            type="button"
            onClick={() => onChange(withReason(value, reason))}
            className="inline-flex min-h-6 items-center gap-1.5 rounded-sm border px-1.5 text-left text-text-muted text-xs hover:border-border-strong hover:text-text"
          >
            {inputRef && <ReasonKey index={index} />}
            {reason}
          </button>
        ))}
      </div>
    </div>
  );
}

function ReasonKey({ index }: { index: number }) {
  const keys = useKeyOf()(`review.reason.${index + 1}`);
  return keys && <Kbd keys={keys} className="max-sm:hidden" />;
}
