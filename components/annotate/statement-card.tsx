"use client";

import { CircleAlert, CircleCheck, ShieldQuestion } from "lucide-react";
import { useEffect, useRef } from "react";
import { shownStance } from "@/components/article/statement-marks";
import { cn } from "@/components/ui/cn";
import { HueChip, scoreGlyph } from "@/components/ui/hue-chip";
import { findValue } from "@/domain/codebook/find-field";
import { spansInRole } from "@/domain/text/spans";
import type { ShownStatement } from "./annotation";
import { useAnnotationScreen } from "./annotation-context";
import { StatementForm } from "./statement-form";
import { StatementSummary } from "./statement-summary";

/** A statement in the list: what it says at a glance and, while it is the active one, its form. */
export function StatementCard({ statement }: { statement: ShownStatement }) {
  const { activeId, codebook, registry, editable, open, setActive } = useAnnotationScreen();
  const isActive = statement.id === activeId;
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isActive) card.current?.scrollIntoView({ block: "nearest" });
  }, [isActive]);

  const { content } = statement;
  // What could not be saved is settled in the form, also when the assignment was submitted from elsewhere meanwhile.
  const asksForm = editable || !statement.settled;
  const hue = shownStance(content, codebook)?.colour ?? "slate";
  const speaker = registry.speakers.find((one) => one.id === content.speakerId);
  const quote = spansInRole(content.spans, "content")
    .map((span) => span.quote)
    .join(" … ");
  return (
    <li
      ref={card}
      data-statement-card={statement.id}
      data-hue={hue}
      className={cn(
        "scroll-my-2 overflow-clip rounded-lg border bg-surface-raised",
        isActive ? "border-border-strong shadow-float" : "border-border",
      )}
    >
      <div data-path="head">
        <button
          type="button"
          aria-expanded={isActive}
          onClick={() => (isActive ? setActive(null) : open(statement.id))}
          className="grid w-full grid-cols-[auto_minmax(0,1fr)_auto] items-start gap-x-3 rounded-lg px-4 py-3 text-left outline-offset-[-2px] hover:bg-surface-sunken/50"
        >
          <span className="mt-0.5 inline-flex h-5 min-w-5 items-center justify-center rounded-sm border border-hue-line bg-hue-tint px-1 font-semibold text-hue-text text-xs tabular-nums">
            <span className="sr-only">Statement </span>
            {statement.number}
          </span>
          <span className="min-w-0">
            <span className={cn("block truncate text-sm", speaker ? "font-semibold" : "text-text-muted")}>
              {speaker?.name ?? "No speaker yet"}
            </span>
            <span
              className={cn("mt-0.5 block font-serif text-sm leading-5", isActive ? "line-clamp-1" : "line-clamp-2")}
            >
              {quote}
            </span>
            {content.stances.length > 0 && !isActive && (
              <span className="mt-1.5 flex flex-wrap gap-1">
                {content.stances.map((stance) => {
                  const value = stance.value === null ? null : findValue(codebook.stance.values, stance.value);
                  const target = registry.targets.find((one) => one.id === stance.targetId);
                  return (
                    <HueChip
                      key={stance.targetId}
                      hue={value?.colour ?? "slate"}
                      glyph={value ? scoreGlyph(value.score) : undefined}
                    >
                      {value?.label ?? "?"} {target?.key}
                    </HueChip>
                  );
                })}
              </span>
            )}
          </span>
          <CardState statement={statement} />
        </button>
      </div>
      {isActive && (asksForm ? <StatementForm statement={statement} /> : <StatementSummary statement={statement} />)}
    </li>
  );
}

function CardState({ statement }: { statement: ShownStatement }) {
  const open = statement.problems.length;
  if (statement.conflict ?? statement.refusal) {
    return (
      <span className="flex items-center gap-1 font-medium text-danger text-xs leading-5">
        <CircleAlert aria-hidden className="size-4" /> Not saved
      </span>
    );
  }
  return (
    <span className="flex items-center gap-1.5 text-text-muted text-xs leading-5">
      {statement.content.confidence === "unsure" && (
        <>
          <ShieldQuestion aria-hidden className="size-4 text-warning" />
          <span className="sr-only">unsure</span>
        </>
      )}
      {open > 0 ? (
        <span className="tabular-nums">{open} open</span>
      ) : (
        <>
          <CircleCheck aria-hidden className="size-4 text-success" />
          <span className="sr-only">complete</span>
        </>
      )}
    </span>
  );
}
