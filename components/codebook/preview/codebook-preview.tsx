"use client";
import { useEffect, useMemo, useRef, useState } from "react";
import { AnnotationProvider, type AnnotationScreenContext } from "@/components/annotate/annotation-context";
import type { AnnotateContext } from "@/components/annotate/commands/annotate-command";
import { annotateCommands } from "@/components/annotate/commands/annotate-commands";
import { isInQuestion } from "@/components/annotate/commands/value-commands";
import { focusPart } from "@/components/annotate/focus-part";
import { SelectionToolbar } from "@/components/annotate/selection-toolbar";
import { StatementForm } from "@/components/annotate/statement-form";
import { useCodingFlow } from "@/components/annotate/use-coding-flow";
import { ArticleSurface } from "@/components/article/article-surface";
import { markStatements } from "@/components/article/statement-marks";
import { clearSelection } from "@/components/article/surface-commands";
import type { ArticleSurfaceHandle } from "@/components/article/surface-handle";
import { CommandScreen } from "@/components/commands/command-screen";
import { afterPaint } from "@/components/ui/after-paint";
import { Button } from "@/components/ui/button";
import { useLatest } from "@/components/ui/use-latest";
import { useTrouble } from "@/components/ui/use-trouble";
import type { Codebook } from "@/domain/codebook/codebook";
import { usePreviewAnnotation } from "./use-preview-annotation";

/**
 * The draft at work: the Annotate screen's own article, form and keys over some made-up sentences. Its keys act while the
 * focus is in it; nothing of it is stored.
 */
export function CodebookPreview({ codebook }: { codebook: Codebook }) {
  const sayTrouble = useTrouble();
  const annotation = usePreviewAnnotation(codebook);
  const { statements, active, activeId, text, setActive, setSelection } = annotation;
  const surface = useRef<ArticleSurfaceHandle>(null);
  const root = useRef<HTMLDivElement>(null);
  const [request, setRequest] = useState<{ statementId: string; path: string } | null>(null);
  const [definitions, setDefinitions] = useState<string | null>(null);
  const [slot, setSlot] = useState<HTMLElement | null>(null);

  function goTo(statementId: string, path: string): void {
    setActive(statementId);
    setRequest({ statementId, path });
  }
  const flow = useCodingFlow({ annotation, surface, activate: setActive, goTo });
  const screen: AnnotationScreenContext = {
    ...annotation,
    flow,
    explainsProblems: true,
    makeStatement: flow.makeStatement,
    assignRole(role) {
      const done = annotation.assignRole(role);
      if (done) surface.current?.run(clearSelection);
      return done;
    },
    isGoing: request !== null,
    goTo,
    open: setActive,
    toggle: (id) => setActive(id === activeId ? null : id),
    showRange(range) {
      surface.current?.selectRanges([range]);
      surface.current?.focus();
    },
    focusArticle: () => surface.current?.focus(),
    showHistory: () => annotation.announce("A preview keeps no history"),
    definitionsOf: definitions,
    showDefinitions: setDefinitions,
    suggestions: {
      ...{ isPossible: false, isWanted: false, desk: null, slot, setSlot, Layer: null },
      toggle: () => undefined,
      setDesk: () => undefined,
    },
  };

  // The form of a statement that was just opened is there only after this render.
  useEffect(() => {
    if (!request || !root.current) return;
    focusPart(root.current, request.path);
    setRequest(null);
  }, [request]);

  const context = useLatest<AnnotateContext>({
    screen,
    surface: () => surface.current,
    openHits: ([hit]) => hit && setActive(hit.statementId),
    say: annotation.announce,
    openSubmit: () => undefined,
    toggleGuidelines: () => undefined,
    nextAssignment: () => false,
  });
  const commands = useMemo(
    () =>
      annotateCommands(codebook).map((command) => ({
        ...command,
        // Outside of the preview the same keys belong to the page.
        when: (given: AnnotateContext) =>
          root.current?.contains(document.activeElement) ? (command.when?.(given) ?? true) : false,
      })),
    [codebook],
  );
  const marks = useMemo(() => markStatements(statements, { codebook, activeId }), [statements, codebook, activeId]);

  return (
    <AnnotationProvider value={screen}>
      <CommandScreen commands={commands} context={context} isIn={isInQuestion} announce={annotation.announce}>
        <div ref={root} className="grid gap-3">
          <div className="max-h-64 overflow-y-auto rounded-lg border bg-surface-raised px-3">
            <ArticleSurface
              handle={surface}
              text={text}
              marks={marks}
              label="Article of the preview"
              language="en"
              onSelect={(ranges) => afterPaint(() => setSelection(ranges))}
              onActivate={([hit]) => hit && setActive(hit.statementId)}
              onTrouble={sayTrouble}
              toolbar={<SelectionToolbar />}
            />
          </div>
          {active ? (
            <div data-statement-card={active.id} className="@container rounded-lg border bg-surface-raised">
              <p className="border-b px-3 py-1.5 font-medium text-sm">Statement {active.number}</p>
              <StatementForm key={active.id} statement={active} />
            </div>
          ) : (
            <div className="grid justify-items-start gap-2 text-sm text-text-muted">
              <p>Select some words, or make a statement of the first sentence, and code it as annotators will.</p>
              <Button size="sm" onClick={() => flow.makeStatement()}>
                Make a statement
              </Button>
            </div>
          )}
          <p role="status" className="sr-only">
            {annotation.announcement}
          </p>
        </div>
      </CommandScreen>
    </AnnotationProvider>
  );
}
