"use client";

import { CircleAlert, CircleCheck, CircleDashed, ShieldQuestion } from "lucide-react";
import { memo } from "react";
import { shownStance } from "@/components/article/statement-marks";
import { cn } from "@/components/ui/cn";
import { scoreGlyph } from "@/components/ui/hue-chip";
import type { Codebook } from "@/domain/codebook/codebook";
import { findValue } from "@/domain/codebook/find-field";
import type { Registry } from "@/domain/contract/registry";
import { answerTo } from "@/domain/statement/content";
import { spansInRole } from "@/domain/text/spans";
import type { ShownStatement } from "./annotation";
import { useAnnotationScreen } from "./annotation-context";
import { describeMissing } from "./describe-missing";
import { StatementForm } from "./statement-form";
import { StatementSummary } from "./statement-summary";

type CardKind = "open" | "card" | "line" | "tab";
type StatementCardProps = { statement: ShownStatement; kind: CardKind };

/**
 * A statement beside its passage: what it says at a glance and, while it is the open one, its form, which scrolling leaves
 * alone.
 */
export const StatementCard = memo(function StatementCard({ statement, kind }: StatementCardProps) {
  const { codebook, registry, editable, toggle } = useAnnotationScreen();
  // What could not be saved is settled in the form, also when the assignment was submitted from elsewhere meanwhile.
  const asksForm = editable || statement.conflict !== null || statement.refusal !== null;
  return (
    <>
      <StatementHead {...{ statement, kind, codebook, registry }} number={statement.number} onToggle={toggle} />
      {kind === "open" &&
        (asksForm ? <StatementForm statement={statement} /> : <StatementSummary statement={statement} />)}
    </>
  );
});

type StatementHeadProps = StatementCardProps & {
  number: number;
  codebook: Codebook;
  registry: Registry;
  onToggle: (statementId: string) => void;
};

/** Drawn anew for what the statement says, not for where it stands nor for what else is on the screen. */
const StatementHead = memo(function StatementHead(props: StatementHeadProps) {
  const { statement, number, kind, codebook, registry, onToggle } = props;
  const { content } = statement;
  const isOpen = kind === "open";
  const speaker = registry.speakers.find((one) => one.id === content.speakerId)?.name;
  const stances = content.stances.map(({ targetId, value }) => {
    const target = registry.targets.find((one) => one.id === targetId);
    return `${(value && findValue(codebook.stance.values, value)?.label) ?? "?"} ${target?.key ?? ""}`.trim();
  });
  const stance = shownStance(content, codebook);
  const sourcing = sourcingOf(statement, codebook);
  const more = kind === "card" || isOpen;
  return (
    <div data-path="head" className={cn(isOpen && "sticky top-0 z-10 border-b bg-surface-raised")}>
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => onToggle(statement.id)}
        className={cn(
          "block w-full rounded-lg px-2.5 text-left outline-offset-[-2px] hover:bg-surface-sunken/60",
          kind === "card" && "h-12.5 py-1.25",
          kind === "line" && "h-7 py-1 pointer-coarse:h-10.5 pointer-coarse:py-2.75",
          kind === "tab" && "h-6 px-0.5 py-0 text-center pointer-coarse:h-10",
          isOpen && "py-1.5 pointer-coarse:py-3",
        )}
      >
        <span className={cn("flex min-w-0 items-center gap-2 text-sm leading-5", kind === "tab" && "contents")}>
          <span className="inline-flex h-4.5 min-w-5 shrink-0 items-center justify-center gap-0.5 rounded-sm border border-hue-line bg-hue-tint px-1 font-semibold text-2xs text-hue-text tabular-nums leading-none">
            <span className="sr-only">Statement </span>
            {number}
            {stance && <span aria-hidden>{scoreGlyph(stance.score)}</span>}
          </span>
          <span className={cn("flex min-w-0 flex-1 items-baseline gap-1.5", kind === "tab" && "sr-only")}>
            <span className={cn("min-w-0 shrink truncate", speaker ? "font-semibold" : "text-text-muted italic")}>
              {speaker ?? "No speaker yet"}
            </span>
            {sourcing && !isOpen && (
              <span className="min-w-0 shrink-2 truncate text-text-muted text-xs">{sourcing}</span>
            )}
            {stances.length > 0 && <span className="sr-only">{stances.join(", ")}</span>}
          </span>
          {kind !== "tab" && <CardState statement={statement} codebook={codebook} />}
        </span>
        {more && !isOpen && (
          <span className="flex min-w-0 items-baseline gap-2 text-xs leading-5">
            <span className="min-w-0 flex-1 truncate font-serif text-sm">
              {spansInRole(content.spans, "content")
                .map((span) => span.quote)
                .join(" … ")}
            </span>
            {stances.length > 0 && (
              <span aria-hidden className="shrink-0 font-medium text-hue-text">
                {stances[0]}
                {stances.length > 1 && ` +${stances.length - 1}`}
              </span>
            )}
          </span>
        )}
      </button>
    </div>
  );
});

/** How the article knows, in a word: the answer to the first field that asks for one of several values. */
function sourcingOf({ content }: ShownStatement, codebook: Codebook): string | undefined {
  const field = codebook.fields.find((one) => one.enabled && one.type === "single");
  const answer = field && answerTo(content, field.key);
  return typeof answer === "string" ? findValue(field?.values ?? [], answer)?.label : undefined;
}

function CardState({ statement, codebook }: { statement: ShownStatement; codebook: Codebook }) {
  const missing = describeMissing(statement.problems, codebook);
  if (statement.conflict ?? statement.refusal) {
    return (
      <span className="flex shrink-0 items-center gap-1 font-medium text-danger text-xs">
        <CircleAlert aria-hidden className="size-4" /> Not saved
      </span>
    );
  }
  return (
    <span className="flex min-w-4 max-w-[45%] shrink-0 items-center gap-1.5 text-xs">
      {statement.content.confidence === "unsure" && (
        <>
          <ShieldQuestion aria-hidden className="size-4 shrink-0 text-warning" />
          <span className="sr-only">unsure</span>
        </>
      )}
      {missing.length > 0 ? (
        <>
          <CircleDashed aria-hidden className="size-3.5 shrink-0 text-warning" />
          <span className="min-w-0 truncate text-warning">
            <span className="sr-only">open: </span>
            {missing.join(", ")}
          </span>
        </>
      ) : (
        <>
          <CircleCheck aria-hidden className="size-4 shrink-0 text-success" />
          <span className="sr-only">complete</span>
        </>
      )}
    </span>
  );
}
