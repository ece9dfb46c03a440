"use client";

import { Check, X } from "lucide-react";
import type { ReactNode } from "react";
import { Kbd } from "@/components/ui/kbd";

type ProposedValueProps = {
  /** What it would answer, for whoever only hears it: "Form". */
  question: string;
  /** The proposed answer, for example "Indirect". */
  children: ReactNode;
  /** Where it comes from, one short sentence: "No quotation marks in the content". */
  reason?: string;
  /** The key that takes it. */
  keys?: string;
  onTake: () => void;
  onDismiss?: () => void;
};

/**
 * An answer that nobody has given yet: a dashed edge and the word "proposed" tell it from one that is coded. It stands
 * beside the control it would fill in, and taking it is one press.
 */
export function ProposedValue({ question, children, reason, keys, onTake, onDismiss }: ProposedValueProps) {
  return (
    <span className="inline-flex min-w-0 max-w-full items-stretch rounded-md border border-border-strong border-dashed text-sm">
      <button
        type="button"
        data-proposal=""
        title={reason}
        aria-label={`Take the proposed ${question.toLowerCase()}: ${typeof children === "string" ? children : ""}`.trim()}
        className="flex min-h-6 min-w-0 items-center gap-1.5 rounded-md px-2 text-left hover:bg-accent-tint pointer-coarse:min-h-11"
        onClick={onTake}
      >
        <Check aria-hidden className="size-3.5 shrink-0 text-accent" />
        <span className="min-w-0 truncate">{children}</span>
        <span className="shrink-0 text-text-muted text-xs">proposed</span>
        {keys && <Kbd keys={keys} />}
      </button>
      {onDismiss && (
        <button
          type="button"
          aria-label={`Dismiss the proposed ${question.toLowerCase()}`}
          className="flex min-h-6 w-6 shrink-0 items-center justify-center rounded-md text-text-muted hover:bg-surface-sunken hover:text-text pointer-coarse:min-h-11 pointer-coarse:w-11"
          onClick={onDismiss}
        >
          <X aria-hidden className="size-3.5" />
        </button>
      )}
    </span>
  );
}
