"use client";

import { type RefObject, useDeferredValue, useMemo, useRef, useState } from "react";
import { v7 as uuid } from "uuid";
import { markNewStatement } from "@/components/article/statement-marks";
import { clearSelection } from "@/components/article/surface-commands";
import type { ArticleSurfaceHandle } from "@/components/article/surface-handle";
import { afterPaint } from "@/components/ui/after-paint";
import type { SpanRole } from "@/domain/codebook/codebook";
import { enabledRoles, findRole } from "@/domain/codebook/find-field";
import { shownFields } from "@/domain/codebook/is-shown";
import { answerTo, isFilled, withSpeaker } from "@/domain/statement/content";
import { moveEdge } from "@/domain/statement/move-edge";
import {
  type ProposalContext,
  type ProposedAnswers,
  proposeAnswers,
  takeProposals,
} from "@/domain/statement/propose-answers";
import type { StatementContent } from "@/domain/statement/statement";
import { sentencesIn } from "@/domain/text/known-sentences";
import type { Range } from "@/domain/text/span";
import { extent, overlaps, spansInRole } from "@/domain/text/spans";
import { findWords, stepEdge } from "@/domain/text/words";
import type { Annotation, ShownStatement } from "./annotation";
import type { CodingFlow, OpenList } from "./coding-flow";
import { describeProposals } from "./describe-proposals";
import { findFirstFrom } from "./statement-board";
import { keepSide, withStancesOf } from "./statement-edits";
import { findUncovered } from "./uncovered-sentence";
import { useWordPicking } from "./use-word-picking";

type FlowContext = {
  annotation: Annotation;
  surface: RefObject<ArticleSurfaceHandle | null>;
  /** Opens a statement and its form. */
  activate: (id: string) => void;
  goTo: (statementId: string, path: string) => void;
};

/** Words offered for picking: more have no letters, and nobody would look for them. */
const MOST_SENTENCES = 8;
const nothing: ProposedAnswers = { speakerId: null, answers: [] };

/** What makes coding by keyboard quick; see `CodingFlow`. */
export function useCodingFlow({ annotation, surface, activate, goTo }: FlowContext): CodingFlow {
  const { active, statements, codebook, registry, outletId, text, editable, edit, announce, selection } = annotation;
  const { language } = annotation.view.document;
  const [openList, setOpenList] = useState<(OpenList & { statementId: string }) | null>(null);
  // Whether open questions are gone through one after the other.
  const asking = useRef(false);
  const marked = useRef<{ statementId: string; role: string; start: number } | null>(null);

  const context = (statement: ShownStatement): ProposalContext => ({
    ...{ text, codebook, registry, outletId, language },
    lastOf: (speakerId) => lastBefore(statements, statement, (other) => other.speakerId === speakerId),
  });
  const propose = (statement: ShownStatement | null) =>
    statement && editable ? proposeAnswers(statement.content, context(statement)) : nothing;
  // What is proposed may come a moment after what was typed is shown.
  const shown = useDeferredValue(active);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is proposed follows from the open statement and the registry
  const proposed = useMemo(() => propose(shown), [shown, registry, editable]);

  const { picking, begin } = useWordPicking({
    surface,
    activeId: annotation.activeId,
    onPick: (role, range) => {
      if (use(role, [range])) goOnPicking(role);
    },
  });

  function toArticle(): void {
    surface.current?.focus();
  }

  /** Puts ranges into a role of the open statement; what is edited by its edges next is that. */
  function use(role: SpanRole, ranges: readonly Range[]): boolean {
    const [first] = ranges;
    if (!active || !first || !annotation.assignRole(role, ranges)) return false;
    marked.current = { statementId: active.id, role: role.key, start: first.start };
    return true;
  }

  function wordsNear({ content }: ShownStatement): Range[] {
    const around = extent(content.spans);
    const near = sentencesIn(text, language).filter((sentence) => overlaps(sentence, around));
    return near.slice(0, MOST_SENTENCES).flatMap((sentence) => findWords(text, sentence, language));
  }

  function pick(role: SpanRole, statement: ShownStatement): void {
    begin(role, statement.id, wordsNear(statement));
    announce(
      `${role.label}: type the letters of its first word, then of its last. Escape goes back; or select words and press the key again`,
    );
  }

  /** Who says it and by which word mostly come together: after the one the other is asked for while it is missing. */
  function goOnPicking({ key }: SpanRole): void {
    const other = key === "source" ? "cue" : key === "cue" ? "source" : null;
    const role = enabledRoles(codebook).find((one) => one.key === other);
    if (active && role && spansInRole(active.content.spans, role.key).length === 0) pick(role, active);
  }

  function create(ranges: readonly Range[], revise = (content: StatementContent) => content): string | null {
    const drafted = annotation.draft(ranges);
    if (!drafted) return null;
    const [id, content] = [uuid(), revise(drafted)];
    marked.current = null;
    toArticle();
    // The mark is what one looks for: all else follows it.
    const number = findFirstFrom(statements, extent(content.spans).start) + 1;
    annotation.saver.expect();
    surface.current?.sketch(markNewStatement({ id, content }, number, codebook));
    afterPaint(() => {
      annotation.add(id, content);
      activate(id);
    });
    return id;
  }

  function uncovered(): Range | null {
    const at = surface.current?.caret() ?? 0;
    return findUncovered(sentencesIn(text, language), statements, at);
  }

  function makeStatement(revise?: (content: StatementContent) => StatementContent): string | null {
    if (selection.length > 0) return create(selection, revise);
    const sentence = editable ? uncovered() : null;
    if (editable && !sentence) {
      announce("Every sentence from here on has a statement: select words to make another");
      return null;
    }
    const id = create(sentence ? [sentence] : [], revise);
    if (id && sentence) surface.current?.placeCaret(sentence.start);
    return id;
  }

  function askNext(content: StatementContent, statementId = active?.id): void {
    if (!statementId) return;
    const open = shownFields(codebook, content).find(
      (field) => (field.type === "single" || field.type === "multiple") && !isFilled(answerTo(content, field.key)),
    );
    asking.current = open !== undefined;
    if (open) goTo(statementId, `fields.${open.key}`);
    else toArticle();
  }

  return {
    proposed,
    openList: openList?.statementId === active?.id ? openList : null,
    picking: picking && {
      role: picking.role,
      first: picking.first === null ? null : quoteOf(text, picking.words[picking.first] ?? { start: 0, end: 0 }),
    },
    openListAt(path, stanceValue) {
      if (!active) return;
      setOpenList({ statementId: active.id, path, stanceValue: stanceValue ?? null });
      goTo(active.id, path);
    },
    closeList: () => setOpenList(null),
    askNext,
    answered(content) {
      if (asking.current) askNext(content);
      else toArticle();
    },
    takeProposals() {
      if (!active) return;
      const now = propose(active);
      const taken = takeProposals(active.content, now, outletId);
      if (taken !== active.content) edit(active.id, () => taken);
      announce(
        taken === active.content ? "Nothing is proposed" : `Taken: ${describeProposals(now, { codebook, registry })}`,
      );
      askNext(taken);
    },
    goToUncovered() {
      const selected = surface.current?.getSelection().at(-1);
      const from = Math.max(surface.current?.caret() ?? 0, selected?.end ?? 0);
      const sentence = findUncovered(sentencesIn(text, language), statements, from);
      toArticle();
      if (sentence) surface.current?.selectRanges([sentence]);
      announce(sentence ? (surface.current?.describe() ?? "") : "Every sentence from here on has a statement");
    },
    makeStatement: () => makeStatement(),
    ownVoice() {
      const own = (content: StatementContent) => withSpeaker(content, outletId, outletId);
      if (active && active.content.speakerId === null && selection.length === 0) {
        edit(active.id, own);
        announce(`Statement ${active.number}: the article's own voice`);
        return;
      }
      makeStatement(own);
    },
    repeatSpeaker() {
      const before = active && statements[active.number - 2];
      if (!active || !before?.content.speakerId) {
        announce("The statement before has no speaker");
        return;
      }
      const { speakerId, chain } = before.content;
      edit(active.id, (content) => ({ ...content, speakerId, chain }));
      announce(`Speaker: ${registry.speakers.find((one) => one.id === speakerId)?.name ?? ""}`);
    },
    repeatStances() {
      const before = active && lastBefore(statements, active, ({ stances }) => stances.length > 0);
      if (!active || !before) {
        announce("No statement before has a stance");
        return;
      }
      edit(active.id, (content) => withStancesOf(content, before));
      announce(`Stance as before: ${describeStances(before.stances, annotation)}`);
    },
    mark(role) {
      if (!active) return;
      if (selection.length === 0) {
        toArticle();
        pick(role, active);
        return;
      }
      if (use(role, selection)) surface.current?.run(clearSelection);
    },
    keepSide(side) {
      const after = active && keepSide({ text, codebook, language }, active.content, side);
      if (!active || !after) {
        announce(`There is no other content than what is ${side} cue and source`);
        return;
      }
      edit(active.id, () => after);
      const words = spansInRole(after.spans, "content").map((span) => span.quote);
      announce(`Content: ${words.join(" … ")}`);
    },
    moveEdge(step) {
      if (!active) return;
      const span = spanToMove(active, marked.current, surface.current?.getSelection()[0]);
      const to = span ? stepEdge(text, span[step.side], step, language) : null;
      if (!span || to === null) {
        announce("The article goes no further");
        return;
      }
      // A character is moved by on purpose: it does not snap back to the word.
      const rules = step.by === "character" ? { ...codebook, snapping: "character" as const } : codebook;
      const moved = moveEdge({ text, codebook: rules, language }, active.content, { span, side: step.side }, to);
      if (moved.content !== active.content) edit(active.id, () => moved.content);
      marked.current = { statementId: active.id, role: span.role, start: moved.span.start };
      if (surface.current?.getSelection().length) surface.current.selectRanges([moved.span]);
      const role = findRole(codebook, span.role)?.label ?? span.role;
      const words = findWords(text, moved.span, language);
      const edge = quoteOf(text, (step.side === "start" ? words[0] : words.at(-1)) ?? moved.span);
      announce(moved.stop ?? `${role} now ${step.side === "start" ? "begins with" : "ends with"} “${edge}”`);
    },
  };
}

/** The content of the last statement before one that passes. */
function lastBefore(
  statements: readonly ShownStatement[],
  { number }: ShownStatement,
  passes: (content: StatementContent) => boolean,
): StatementContent | null {
  for (let index = number - 2; index >= 0; index--) {
    const content = statements[index]?.content;
    if (content && passes(content)) return content;
  }
  return null;
}

/** What is selected as a whole, else what was marked last, else the first content. */
function spanToMove(
  { id, content }: ShownStatement,
  marked: { statementId: string; role: string; start: number } | null,
  selected: Range | undefined,
) {
  const { spans } = content;
  const whole = spans.find((span) => span.start === selected?.start && span.end === selected.end);
  const last = spans.find(
    (span) =>
      marked?.statementId === id && span.role === marked.role && span.start <= marked.start && marked.start < span.end,
  );
  return whole ?? last ?? spansInRole(spans, "content")[0] ?? spans[0];
}

function describeStances(stances: StatementContent["stances"], { codebook, registry }: Annotation): string {
  const label = (values: readonly { key: string; label: string }[], key: string | null) =>
    values.find((value) => value.key === key)?.label ?? "open";
  return stances
    .map(({ targetId, value, basis }) => {
      const target = registry.targets.find((one) => one.id === targetId);
      return `${label(codebook.stance.values, value)} ${target?.name ?? ""}, ${label(codebook.stance.bases, basis)}`;
    })
    .join("; ");
}

function quoteOf(text: Annotation["text"], { start, end }: Range): string {
  return text.slice(start, end);
}
