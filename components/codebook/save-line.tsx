"use client";
import { Check, CircleAlert, LoaderCircle } from "lucide-react";
import type { DraftControl } from "./use-draft";

/** Whether the draft is on the server. */
export function SaveLine({ draft }: { draft: DraftControl }) {
  const { state, saved } = draft;
  const words = {
    saved: saved.revision === 0 ? "As published" : "Draft saved",
    waiting: "Typing…",
    saving: "Saving…",
    failed: "Not saved: kept in this browser",
    conflict: "Changed elsewhere",
  }[state];
  const Icon = state === "saved" ? Check : state === "failed" || state === "conflict" ? CircleAlert : LoaderCircle;
  return (
    <p role="status" className="flex items-center gap-1.5 text-sm text-text-muted">
      <Icon aria-hidden className={state === "failed" || state === "conflict" ? "size-4 text-danger" : "size-4"} />
      {words}
    </p>
  );
}
