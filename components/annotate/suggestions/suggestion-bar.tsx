"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { useKeyOf } from "@/components/ui/command-keys";
import { IconButton } from "@/components/ui/icon-button";
import { Kbd } from "@/components/ui/kbd";
import { useAnnotationScreen } from "../annotation-context";
import { shorten } from "../shorten";
import { describeTaken } from "./describe-taken";
import type { OfferedSuggestion } from "./suggestion-desk";

type SuggestionBarProps = {
  /** What the key for the next suggestion takes; null: nothing is ahead. */
  next: OfferedSuggestion | null;
  notice: string | null;
  dismissed: number;
  unsent: number;
  onOfferAgain: () => void;
};

/** How many suggestions are left, the way through them, and those one did not want. */
export function SuggestionBar({ next, notice, dismissed, unsent, onOfferAgain }: SuggestionBarProps) {
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
      {next && <NextTaken next={next} onGo={() => desk?.setActive(next.id)} />}
      <Button
        variant="quiet"
        size="sm"
        className="ml-auto self-start"
        aria-keyshortcuts={keyOf("suggestions.toggle")}
        onClick={toggle}
      >
        Hide
      </Button>
      {notice && <p className="basis-full text-text-muted text-xs">{notice}</p>}
    </section>
  );
}

/** All that the key for the next suggestion takes, so that nobody takes unseen what its closed card has no room for. */
function NextTaken({ next, onGo }: { next: OfferedSuggestion; onGo: () => void }) {
  const { codebook, registry } = useAnnotationScreen();
  const key = useKeyOf()("suggestion.acceptNext");
  if (!key) return null;
  const { rows, openTargets } = describeTaken(next.content, { codebook, registry });
  const roles = new Set(codebook.roles.map((role) => role.key));
  const words = rows.filter((row) => roles.has(row.key));
  const answers = rows.filter((row) => !roles.has(row.key));
  const [content, ...others] = words;
  return (
    <div className="flex min-h-8 min-w-0 flex-1 items-start gap-1.5 text-text-muted text-xs max-xl:order-last max-xl:basis-full pointer-coarse:hidden">
      <Kbd keys={key} spoken className="-mt-px" />
      <p className="min-w-0">
        accepts{" "}
        <button type="button" className="rounded-sm font-serif text-text underline underline-offset-2" onClick={onGo}>
          {shorten(content?.words ?? "", 64)}
        </button>
        {others.map((row) => (
          <TakenPart key={row.key} part={row.part}>
            “{row.words}”
          </TakenPart>
        ))}
        {answers.map((row) => (
          <TakenPart key={row.key} part={row.part}>
            <span className="text-text">{row.words}</span>
          </TakenPart>
        ))}
        {openTargets.length > 0 &&
          ` · ${codebook.stance.label.toLowerCase()} toward ${openTargets.join("; ")} left open`}
      </p>
    </div>
  );
}

function TakenPart({ part, children }: { part: string; children: ReactNode }) {
  return (
    <span>
      {" · "}
      <span className="sr-only">{part}: </span>
      <span title={part}>{children}</span>
    </span>
  );
}
