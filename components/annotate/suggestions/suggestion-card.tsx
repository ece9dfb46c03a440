"use client";

import { Check, Pencil, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { useKeyOf } from "@/components/ui/command-keys";
import { Kbd } from "@/components/ui/kbd";
import { spansInRole } from "@/domain/text/spans";
import { useAnnotationScreen } from "../annotation-context";
import { describeTaken } from "./describe-taken";
import { wordsOfReason } from "./reason-words";
import type { OfferedSuggestion, SuggestionCardProps } from "./suggestion-desk";

/** A suggestion beside its passage, named as what it is; while it is open, with all that accepting it takes. */
export function SuggestionCard({ suggestion, kind }: SuggestionCardProps) {
  const { suggestions, registry } = useAnnotationScreen();
  const { id, agent, content } = suggestion;
  const isOpen = kind === "open";
  const isNext = !isOpen && suggestions.desk?.nextId === id;
  const nextKey = useKeyOf()("suggestion.acceptNext");
  const speaker = registry.speakers.find((one) => one.id === content.speakerId)?.name;
  return (
    <div data-suggestion-card={id}>
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => suggestions.desk?.setActive(isOpen ? null : id)}
        className={cn(
          "block w-full rounded-lg px-2.5 text-left outline-offset-[-2px] hover:bg-surface-sunken/60",
          kind === "card" && "h-12.5 py-1.25",
          kind === "line" && "h-7 py-1 pointer-coarse:h-10.5 pointer-coarse:py-2.75",
          kind === "tab" && "h-6 px-0.5 py-0 text-center pointer-coarse:h-10",
          isOpen && "py-1.5 pointer-coarse:py-3",
        )}
      >
        <span className={cn("flex min-w-0 items-center gap-2 text-sm leading-5", kind === "tab" && "contents")}>
          <span
            aria-hidden
            className="inline-flex h-4.5 min-w-5 shrink-0 items-center justify-center rounded-sm border border-border-strong border-dashed px-1 font-semibold text-2xs text-text-muted leading-none"
          >
            ?
          </span>
          <span className="sr-only">Suggestion: </span>
          <span
            className={cn(
              "min-w-0 flex-1 truncate",
              kind === "tab" && "sr-only",
              speaker ? "text-text" : "text-text-muted italic",
            )}
          >
            {speaker ?? "No speaker found"}
          </span>
          {kind !== "tab" && (
            <span className="flex min-w-0 max-w-[45%] shrink-0 items-center gap-2 text-text-muted text-xs">
              <span className="min-w-0 truncate">
                {agent.name} {agent.version}
              </span>
              {isNext && nextKey && <Kbd keys={nextKey} />}
            </span>
          )}
        </span>
        {kind === "card" && (
          <span className="block truncate font-serif text-sm text-text-muted leading-5">
            {spansInRole(content.spans, "content")
              .map((span) => span.quote)
              .join(" … ")}
          </span>
        )}
      </button>
      {isOpen && <Details suggestion={suggestion} />}
    </div>
  );
}

function Details({ suggestion: { content, score, reason } }: { suggestion: OfferedSuggestion }) {
  const { suggestions, codebook, registry } = useAnnotationScreen();
  const { desk } = suggestions;
  const keyOf = useKeyOf();
  const { rows, openTargets } = describeTaken(content, { codebook, registry });
  const actions = [
    { id: "suggestion.accept", label: "Accept", icon: Check, variant: "primary", run: desk?.accept },
    { id: "suggestion.edit", label: "Edit", icon: Pencil, variant: "secondary", run: desk?.edit },
    { id: "suggestion.dismiss", label: "Dismiss", icon: X, variant: "quiet", run: desk?.dismiss },
  ] as const;
  return (
    <div className="grid gap-2.5 border-t border-dashed px-2.5 pt-2 pb-2.5">
      <dl className="grid grid-cols-[minmax(4.5rem,auto)_minmax(0,1fr)] gap-x-3 gap-y-1 text-sm">
        {rows.map(({ part, words }) => (
          <div key={part} className="col-span-2 grid grid-cols-subgrid">
            <dt className="text-text-muted">{part}</dt>
            <dd className="break-words">{words}</dd>
          </div>
        ))}
        {openTargets.length > 0 && (
          <div className="col-span-2 grid grid-cols-subgrid">
            <dt className="text-text-muted">{codebook.stance.label}</dt>
            <dd className="break-words">
              toward {openTargets.join("; ")} <span className="text-text-muted">(which one is yours to say)</span>
            </dd>
          </div>
        )}
      </dl>
      {(reason !== null || score !== null) && (
        <p className="text-text-muted text-xs">
          {[reason && wordsOfReason(reason), score !== null && `trust ${score.toFixed(2)} of 1`]
            .filter(Boolean)
            .join("; ")}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {actions.map(({ id, label, icon: Icon, variant, run }) => {
          const key = keyOf(id);
          return (
            <Button key={id} variant={variant} size="sm" aria-keyshortcuts={key} onClick={run}>
              <Icon aria-hidden className="size-4" /> {label}
              {key && <Kbd keys={key} inverse={variant === "primary"} className="max-sm:hidden" />}
            </Button>
          );
        })}
      </div>
    </div>
  );
}
