"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { ArticleHeader } from "@/components/article/article-header";
import type { MarkHit } from "@/components/article/article-mark";
import { ArticleSurface } from "@/components/article/article-surface";
import { markStatements } from "@/components/article/statement-marks";
import { clearSelection } from "@/components/article/surface-commands";
import type { ArticleSurfaceHandle, Place } from "@/components/article/surface-handle";
import { CommandScreen } from "@/components/commands/command-screen";
import { afterPaint } from "@/components/ui/after-paint";
import { LazyDialog } from "@/components/ui/lazy-dialog";
import { useLatest } from "@/components/ui/use-latest";
import { useTrouble } from "@/components/ui/use-trouble";
import type { AnnotationView } from "@/domain/contract/work";
import { spansInRole } from "@/domain/text/spans";
import { AnnotateLayout, type ShownPanel } from "./annotate-layout";
import { AnnotationProvider, type AnnotationScreenContext } from "./annotation-context";
import type { AnnotateContext } from "./commands/annotate-command";
import { annotateCommands } from "./commands/annotate-commands";
import { OPEN_SUGGESTION } from "./commands/suggestion-commands";
import { isInQuestion } from "./commands/value-commands";
import { useFetchAhead } from "./fetch-ahead";
import { focusPart } from "./focus-part";
import { LazyHistory } from "./history/lazy-history";
import { submitDialog } from "./lazy-submit";
import { type Overlap, OverlapPicker } from "./overlap-picker";
import { PickingBar } from "./picking-bar";
import { ScreenHeader } from "./screen-header";
import { SelectionToolbar } from "./selection-toolbar";
import { useSuggestions } from "./suggestions/use-suggestions";
import { useAnnotation } from "./use-annotation";
import { useArticleEdges } from "./use-article-edges";
import { useCodingFlow } from "./use-coding-flow";

type FocusRequest = { statementId: string; path: string };

/**
 * The screen annotators work on: the article, its statements beside it, everything by keyboard and by pointer. `at`: the
 * statement that its address names, open at first.
 */
export function AnnotateScreen({ view, userId, at }: { view: AnnotationView; userId: string; at?: string }) {
  const router = useRouter();
  const sayTrouble = useTrouble();
  useFetchAhead();
  const annotation = useAnnotation(view, userId);
  const { statements, activeId, codebook, text, setActive, setSelection } = annotation;
  const suggestions = useSuggestions(view, annotation.editable);
  const { desk } = suggestions;
  const surface = useRef<ArticleSurfaceHandle>(null);
  const root = useRef<HTMLDivElement>(null);
  const moved = useRef<(() => void) | null>(null);
  const [panel, setPanel] = useState<ShownPanel>("statements");
  const [drawerOpen, setDrawerOpen] = useState<boolean | null>(null);
  const [submitOpen, setSubmitOpen] = useState(false);
  const [historyOf, setHistoryOf] = useState<string | null>(null);
  const [explainsProblems, setExplains] = useState(false);
  const [overlap, setOverlap] = useState<Overlap | null>(null);
  const [definitions, setDefinitions] = useState<{ of: string | null; path: string } | null>(null);
  // The same at each render: the lane is drawn anew only for what is in it.
  const geometry = useCallback(() => surface.current?.geometry() ?? null, []);
  const [request, setRequest] = useState<FocusRequest | null>(null);

  function activate(id: string): void {
    setActive(id);
    setPanel("statements");
    setDrawerOpen(true);
  }

  /** Opens the statement that was pointed at; of several, asks which. */
  function openHits(all: readonly MarkHit[], place: Place): void {
    const hits = all.filter(({ statementId }) => !desk?.isOffered(statementId));
    const [first, ...others] = hits;
    // One's own statements come first: a suggestion is opened where there is none.
    if (!first) desk?.setActive(all[0]?.statementId ?? null);
    if (others.length > 0) setOverlap({ hits, place });
    else if (first) activate(first.statementId);
  }

  function goTo(statementId: string, path: string): void {
    activate(statementId);
    setRequest({ statementId, path });
  }

  const toggled = useRef<(id: string) => void>(null);
  const toggle = useCallback((id: string) => toggled.current?.(id), []);
  const flow = useCodingFlow({ annotation, surface, activate, goTo });
  const screen: AnnotationScreenContext = {
    ...annotation,
    explainsProblems,
    flow,
    makeStatement: flow.makeStatement,
    assignRole(role) {
      const done = annotation.assignRole(role);
      if (done) surface.current?.run(clearSelection);
      return done;
    },
    remove(id) {
      const gone = statements.find((one) => one.id === id);
      annotation.remove(id);
      // The card that had the focus is gone; one goes on from where it was.
      surface.current?.focus();
      if (gone) surface.current?.placeCaret(gone.place.start);
    },
    isGoing: request !== null,
    goTo,
    open(id) {
      activate(id);
      const statement = statements.find((one) => one.id === id);
      const place = statement && (spansInRole(statement.content.spans, "content")[0] ?? statement.content.spans[0]);
      if (place) surface.current?.scrollTo(place, "nearest");
      if (statement) annotation.announce(`Statement ${statement.number} of ${statements.length}`);
    },
    toggle,
    showRange(range) {
      surface.current?.selectRanges([range]);
      surface.current?.focus();
    },
    focusArticle: () => surface.current?.focus(),
    showHistory: setHistoryOf,
    definitionsOf: definitions?.of === activeId ? (definitions?.path ?? null) : null,
    showDefinitions: (path) => setDefinitions(path === null ? null : { of: activeId, path }),
    suggestions,
    can: desk
      ? { undo: desk.can.undo || annotation.can.undo, redo: desk.can.redo || annotation.can.redo }
      : annotation.can,
    undo: () => desk?.undo() || annotation.undo(),
    redo: () => desk?.redo() || annotation.redo(),
  };

  useEffect(() => {
    toggled.current = (id) => (id === activeId ? setActive(null) : screen.open(id));
  });

  const arrived = useRef(false);
  useEffect(() => {
    if (arrived.current) return;
    arrived.current = true;
    if (at && statements.some(({ id }) => id === at)) screen.open(at);
  });

  // The drawer may have covered the words that it is about.
  const latestStatements = useRef(statements);
  useEffect(() => {
    latestStatements.current = statements;
  });
  useEffect(() => {
    const shown = drawerOpen && latestStatements.current.find((statement) => statement.id === activeId);
    const place = shown && spansInRole(shown.content.spans, "content")[0];
    if (place) surface.current?.scrollTo(place, "nearest");
  }, [activeId, drawerOpen]);

  // The form of a statement that was just opened is there only after this render.
  useEffect(() => {
    if (!request || !root.current) return;
    const card = root.current.querySelector(`[data-statement-card="${CSS.escape(request.statementId)}"]`);
    if (card) focusPart(card, request.path);
    setRequest(null);
  }, [request]);

  const commands = useMemo(() => annotateCommands(codebook), [codebook]);
  const context = useLatest<AnnotateContext>({
    screen,
    surface: () => surface.current,
    openHits,
    say: annotation.announce,
    openSubmit,
    toggleGuidelines,
    nextAssignment() {
      if (!annotation.view.nextAssignmentId) return false;
      router.push(`/annotate/${annotation.view.nextAssignmentId}`);
      return true;
    },
  });
  const isIn = (scope: string) => (scope === OPEN_SUGGESTION ? Boolean(desk?.active) : isInQuestion(scope));

  function openSubmit(): void {
    setExplains(true);
    setSubmitOpen(true);
  }
  function toggleGuidelines(): void {
    setPanel((shown) => (shown === "guidelines" ? "statements" : "guidelines"));
    setDrawerOpen(true);
  }

  const edges = useArticleEdges(annotation);
  const marks = useMemo(() => {
    const made = markStatements(statements, { codebook, activeId });
    return desk ? desk.withMarks(made) : made;
  }, [statements, codebook, activeId, desk]);
  const { document } = view;

  return (
    <AnnotationProvider value={screen}>
      <CommandScreen commands={commands} context={context} isIn={isIn} announce={annotation.announce}>
        <div
          ref={root}
          className="relative grid h-[calc(100dvh-var(--spacing-shell))] grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)] overflow-clip"
        >
          <ScreenHeader onSubmit={openSubmit} onGuidelines={toggleGuidelines} />
          <AnnotateLayout
            geometry={geometry}
            moved={moved}
            shown={panel}
            onShow={setPanel}
            drawerOpen={drawerOpen}
            onDrawerOpen={setDrawerOpen}
            article={
              <>
                <ArticleHeader document={document} />
                <ArticleSurface
                  handle={surface}
                  text={text}
                  marks={marks}
                  label={`Text of the article: ${document.title}`}
                  language={document.language}
                  onSelect={(ranges) =>
                    afterPaint(() => {
                      setSelection(ranges);
                      if (ranges.length > 0) desk?.setActive(null);
                    })
                  }
                  onGeometryChange={() => moved.current?.()}
                  edges={edges}
                  onActivate={openHits}
                  onTrouble={sayTrouble}
                  toolbar={<SelectionToolbar />}
                />
              </>
            }
          />
          <PickingBar />
          <p role="status" className="sr-only top-0">
            {annotation.announcement}
          </p>
        </div>
        <OverlapPicker
          overlap={overlap}
          onClose={() => setOverlap(null)}
          onChoose={activate}
          pointOut={(ranges) => surface.current?.pointOut(ranges)}
        />
        <LazyHistory statementId={historyOf} onClose={() => setHistoryOf(null)} />
        {suggestions.Layer && (
          <suggestions.Layer
            userId={userId}
            onOpen={({ place }) => {
              setPanel("statements");
              setDrawerOpen(true);
              surface.current?.scrollTo(place);
            }}
          />
        )}
        <LazyDialog
          part={submitDialog}
          name="The list before submitting"
          dialog={{ open: submitOpen, onOpenChange: setSubmitOpen }}
        />
      </CommandScreen>
    </AnnotationProvider>
  );
}
