"use client";

import { useCallback, useDeferredValue, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { createPortal } from "react-dom";
import type { SuggestionList } from "@/domain/contract/suggestions";
import { proposeAnswers, takeProposals } from "@/domain/statement/propose-answers";
import { acceptableContent } from "@/domain/suggest/acceptable-content";
import { offerSuggestions } from "@/domain/suggest/offer-suggestions";
import { compareRanges, extent, spansInRole } from "@/domain/text/spans";
import { useAnnotationScreen } from "../annotation-context";
import { shorten } from "../shorten";
import { markSuggestions } from "./mark-suggestions";
import { SuggestionBar } from "./suggestion-bar";
import { SuggestionCard } from "./suggestion-card";
import type { OfferedSuggestion, SuggestionDesk } from "./suggestion-desk";
import type { SuggestionLayerProps } from "./suggestion-layer";
import { useDismissals } from "./use-dismissals";

type SuggestionBoardProps = SuggestionLayerProps & { list: SuggestionList };

/** Keeps what is offered up to date with one's own statements, and tells the screen what can be done with it. */
export function SuggestionBoard({ list, userId, onOpen }: SuggestionBoardProps) {
  const screen = useAnnotationScreen();
  const { suggestions, suggesting, text, codebook, registry, outletId, statements, activeId: statementId } = screen;
  const { language } = screen.view.document;
  const { setDesk, slot, isWanted } = suggestions;
  const { ids: dismissed, can, ...dismissals } = useDismissals(list.items, userId);
  const [chosenId, choose] = useState<string | null>(null);

  const all = useMemo(
    () =>
      list.items.flatMap((item): OfferedSuggestion[] => {
        const content = acceptableContent(item.content, { text, codebook, registry });
        return content ? [{ ...item, content, place: extent(spansInRole(content.spans, "content")) }] : [];
      }),
    [list.items, text, codebook, registry],
  );
  // Of a long article this takes longer than one key: it may follow the statements a little later.
  const made = useDeferredValue(statements);
  const offered = useMemo(() => offerSuggestions(all, made), [all, made]);
  const open = useMemo(() => offered.filter(({ id }) => !dismissed.has(id)), [offered, dismissed]);
  const chosen = (statementId === null && open.find(({ id }) => id === chosenId)) || null;
  // What the codebook proposes for the open questions is on the card with the rest, and taken with it.
  const withProposals = useCallback(
    (one: OfferedSuggestion): OfferedSuggestion => {
      const lastOf = (speakerId: string) =>
        statements.findLast(({ content, place }) => content.speakerId === speakerId && place.start <= one.place.start)
          ?.content ?? null;
      const proposed = proposeAnswers(one.content, { text, codebook, registry, outletId, language, lastOf });
      return { ...one, content: takeProposals(one.content, proposed, outletId) };
    },
    [statements, text, codebook, registry, outletId, language],
  );
  const active = useMemo(() => chosen && withProposals(chosen), [chosen, withProposals]);
  /** Where one is: at the chosen suggestion, else at the open statement, else before everything. */
  const here = (statementId === null ? undefined : statements.find(({ id }) => id === statementId)?.place) ??
    all.find(({ id }) => id === chosenId)?.place ?? { start: -1, end: -1 };
  const isAhead = ({ place }: OfferedSuggestion) => compareRanges(place, here) >= 0;
  const ahead = chosen ?? open.find(isAhead) ?? null;
  const nextId = ahead?.id ?? null;
  const next = useMemo(() => (ahead ? withProposals(ahead) : null), [ahead, withProposals]);

  function show(suggestion: OfferedSuggestion): void {
    choose(suggestion.id);
    screen.setActive(null);
    onOpen(suggestion);
    const { content, agent } = suggestion;
    const speaker = registry.speakers.find(({ id }) => id === content.speakerId)?.name ?? "no speaker";
    const quote = shorten(
      spansInRole(content.spans, "content")
        .map((span) => span.quote)
        .join(" … "),
    );
    const place = `Suggestion ${open.findIndex(({ id }) => id === suggestion.id) + 1} of ${open.length} by ${agent.name}`;
    screen.announce(`${place}: ${speaker}, “${quote}”`);
  }

  function nextFrom(by: 1 | -1): OfferedSuggestion | undefined {
    const isBeyond = ({ id, place }: OfferedSuggestion) => id !== active?.id && by * compareRanges(place, here) >= 0;
    return by > 0 ? open.find(isBeyond) : open.findLast(isBeyond);
  }

  function step(by: 1 | -1): void {
    const next = nextFrom(by) ?? (open.length > 1 || !active ? (by > 0 ? open[0] : open.at(-1)) : undefined);
    if (next) show(next);
    else screen.announce(active ? "No further suggestion" : "No suggestion is left");
  }

  function take({ id, content }: OfferedSuggestion): string | null {
    const made = suggesting.accept(id, content);
    if (!made) return null;
    const quote = spansInRole(content.spans, "content")[0]?.quote ?? "";
    screen.announce(`Suggestion accepted: “${shorten(quote)}”`);
    return made;
  }

  function accept(suggestion = active): void {
    const made = suggestion && take(suggestion);
    if (made) screen.flow.askNext(suggestion.content, made);
  }

  /** The one that is open, else the next from where one is. */
  function acceptNext(): void {
    // What is shown may be a moment behind, and would offer again what was accepted by the key before.
    const left = offerSuggestions(all, statements).filter(({ id }) => !dismissed.has(id));
    const next = left.find(isAhead);
    if (active) accept();
    else if (next) {
      accept(withProposals(next));
      onOpen(next);
    } else screen.announce("No further suggestion");
  }

  function edit(): void {
    const words = active && spansInRole(active.content.spans, "content")[0];
    // Its words come first, so nothing is asked about it yet.
    if (active && take(active) && words) screen.showRange(words);
  }

  function dismiss(): void {
    if (!active) return;
    const next = nextFrom(1) ?? nextFrom(-1);
    dismissals.dismiss(active.id);
    if (next) show(next);
    else screen.announce("Suggestion dismissed; none is left");
  }

  function setActive(id: string | null): void {
    const next = open.find((one) => one.id === id);
    if (next) show(next);
    else choose(null);
  }

  // The screen gets a new desk only when what lies on it changed; what is done with it is always of now.
  const { undo, redo } = dismissals;
  const latest = useRef({ step, accept, acceptNext, edit, dismiss, setActive, undo, redo });
  useLayoutEffect(() => {
    latest.current = { step, accept, acceptNext, edit, dismiss, setActive, undo, redo };
  });
  const desk = useMemo((): SuggestionDesk => {
    const ids = new Set(open.map(({ id }) => id));
    return {
      offered: open,
      active,
      nextId,
      isOffered: (id) => ids.has(id),
      setActive: (id) => latest.current.setActive(id),
      step: (by) => latest.current.step(by),
      accept: () => void latest.current.accept(),
      acceptNext: () => latest.current.acceptNext(),
      edit: () => latest.current.edit(),
      dismiss: () => latest.current.dismiss(),
      can: { undo: can.undo, redo: can.redo },
      undo: () => latest.current.undo(),
      redo: () => latest.current.redo(),
      withMarks: (marks) => markSuggestions(marks, open, { activeId: active?.id ?? null, nextId }),
      Card: SuggestionCard,
      guests: open.map((one) => {
        const isOpen = one.id === active?.id;
        const suggestion = isOpen && active ? active : one;
        return { id: one.id, place: one.place, isOpen, render: (kind) => <SuggestionCard {...{ suggestion, kind }} /> };
      }),
    };
  }, [open, active, nextId, can.undo, can.redo]);
  useLayoutEffect(() => setDesk(desk), [setDesk, desk]);
  useEffect(() => () => setDesk(null), [setDesk]);

  if (!slot || !isWanted) return null;
  const back = offered.filter(({ id }) => dismissed.has(id));
  return createPortal(
    <SuggestionBar
      next={next}
      notice={list.notice}
      dismissed={back.length}
      unsent={dismissals.unsent}
      onOfferAgain={() => dismissals.offerAgain(back.map(({ id }) => id))}
    />,
    slot,
  );
}
