"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { Button } from "@/components/ui/button";
import { useKeyOf } from "@/components/ui/command-keys";
import { IconButton } from "@/components/ui/icon-button";
import { useAnnotationScreen } from "../annotation-context";

type SuggestionBarProps = { notice: string | null; dismissed: number; unsent: number; onOfferAgain: () => void };

/** How many suggestions are left, the way through them, and those one did not want. */
export function SuggestionBar({ notice, dismissed, unsent, onOfferAgain }: SuggestionBarProps) {
  const { desk, toggle } = useAnnotationScreen().suggestions;
  const keyOf = useKeyOf();
  const left = desk?.offered.length ?? 0;
  return (
    <section aria-label="Suggestions" className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-sm">
      <p className="tabular-nums">
        {left === 0 ? "No suggestion is left" : `${left} suggestion${left === 1 ? "" : "s"}`}
      </p>
      <span className="flex">
        <IconButton
          label="Previous suggestion"
          keys={keyOf("suggestion.previous")}
          size="sm"
          disabled={left === 0}
          onClick={() => desk?.step(-1)}
        >
          <ChevronLeft aria-hidden />
        </IconButton>
        <IconButton
          label="Next suggestion"
          keys={keyOf("suggestion.next")}
          size="sm"
          disabled={left === 0}
          onClick={() => desk?.step(1)}
        >
          <ChevronRight aria-hidden />
        </IconButton>
      </span>
      {dismissed > 0 && (
        <p className="text-text-muted">
          {dismissed} dismissed{unsent > 0 && `, ${unsent} of them not sent yet`}{" "}
          <button type="button" className="rounded-sm underline underline-offset-2" onClick={onOfferAgain}>
            Offer {dismissed === 1 ? "it" : "them"} again
          </button>
        </p>
      )}
      <Button
        variant="quiet"
        size="sm"
        className="ml-auto"
        aria-keyshortcuts={keyOf("suggestions.toggle")}
        onClick={toggle}
      >
        Hide
      </Button>
      {notice && <p className="basis-full text-text-muted text-xs">{notice}</p>}
    </section>
  );
}
