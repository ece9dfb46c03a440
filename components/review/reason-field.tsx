"use client";
import type { Ref } from "react";
import { useKeyOf } from "@/components/ui/command-keys";
import { labelStyles } from "@/components/ui/field-styles";
import { Kbd } from "@/components/ui/kbd";
import { TextArea } from "@/components/ui/text-area";

/** Reasons that come up again and again; the codebook decides, not the reviewer's taste. */
const COMMON = [
  "The codebook's definition fits this one",
  "The boundary follows the span rules",
  "The speaker is named elsewhere in the article",
  "Only what is in the text counts",
  "Slip of one reading",
  "Not a statement by the codebook",
  "The passage is open to both",
];

interface ReasonFieldProps {
  value: string;
  onChange: (reason: string) => void;
  required: boolean;
  error: string | null;
  inputRef: Ref<HTMLTextAreaElement>;
}

export function ReasonField({ value, onChange, required, error, inputRef }: ReasonFieldProps) {
  const keys = useKeyOf()("review.reason");
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-center gap-2">
        <span className={labelStyles} aria-hidden>
          Reason
        </span>
        {keys && <Kbd keys={keys} />}
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
        {COMMON.map((reason) => (
          <button
            key={reason}
            type="button"
            onClick={() => onChange(value === "" ? reason : value.includes(reason) ? value : `${value}; ${reason}`)}
            className="min-h-6 rounded-sm border px-1.5 text-left text-text-muted text-xs hover:border-border-strong hover:text-text"
          >
            {reason}
          </button>
        ))}
      </div>
    </div>
  );
}
