"use client";

import { EditorState } from "@codemirror/state";
import { Direction, EditorView } from "@codemirror/view";
import {
  type ReactNode,
  type Ref,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { createPortal } from "react-dom";
import { afterPaint } from "@/components/ui/after-paint";
import { whenIdle } from "@/components/ui/when-idle";
import type { DocumentText } from "@/domain/text/document-text";
import { sentencesIn } from "@/domain/text/known-sentences";
import { findParagraphs } from "@/domain/text/sentences";
import type { Range } from "@/domain/text/span";
import "./article.css";
import "./article-hints.css";
import { hintField } from "./hint-field";
import { keptField } from "./kept-ranges";
import "./article-edges.css";
import "./article-marks.css";
import type { ArticleEdges } from "./article-edges";
import type { ArticleMark, MarkHit } from "./article-mark";
import { showEdges } from "./edge-field";
import { edgeHandles } from "./edge-handles";
import { findKeys } from "./find-in-article";
import { isSketch, marksOver, showMarks, startWithMarks } from "./mark-field";
import { listedMarks, type MarkSource } from "./mark-source";
import { PlainArticle } from "./plain-article";
import { pointerSelection } from "./pointer-selection";
import { selectionAnchor, setPointing } from "./selection-anchor";
import { paragraphsOf, sentencesOf } from "./surface-commands";
import { readingExtensions } from "./surface-extensions";
import { oncePerFrame } from "./surface-geometry";
import { type ArticleSurfaceHandle, allSelected, operateSurface, type Place } from "./surface-handle";
import { textDirection } from "./text-direction";
import { toSurface } from "./text-selection";

/** So far into a long text marks are placed before its first frame, in code points: more than a window shows. */
const OPENING = 20_000;

/** The marks of the opening of a text; the others come with the first change, which follows the first frame. */
function openingMarks({ groups, marksOf }: MarkSource): MarkSource {
  const opening = [...groups.keys()].filter((index) =>
    groups[index]?.content.spans.some(({ start }) => start < OPENING),
  );
  return {
    groups: opening.flatMap((index) => groups[index] ?? []),
    marksOf: (place) => marksOf(opening[place] ?? groups.length),
  };
}

/** How long finding the sentences may wait for a pause. */
const AT_MOST_MS = 2000;

export type ArticleSurfaceProps = {
  text: DocumentText;
  /** All marks, or a source that is asked only for those near the reader. */
  marks: readonly ArticleMark[] | MarkSource;
  /** Spoken name of the article. */
  label: string;
  /** BCP 47 language of the text, for hyphenation, voices and finding sentences. */
  language?: string | null;
  /** The selection changed; empty when only a caret is left. */
  onSelect?: (ranges: Range[]) => void;
  /** A click or touch, without a selection, on marks of these statements: smallest first. */
  onActivate?: (hits: MarkHit[], place: Place) => void;
  /** Edges that can be dragged; absent: none. */
  edges?: ArticleEdges | null;
  /** Words stand at other heights than before, or are rendered that were not: at most once a frame. */
  onGeometryChange?: () => void;
  /** Something that was asked for could not be fetched: says what in a sentence. */
  onTrouble?: (words: string) => void;
  /** Shown beside a selection. */
  toolbar?: ReactNode;
  handle?: Ref<ArticleSurfaceHandle>;
};

/** The article: a readable text with a caret and selections, over which statements are drawn. Nothing can be typed. */
export function ArticleSurface({
  text,
  marks,
  label,
  language,
  edges = null,
  toolbar,
  handle,
  ...listeners
}: ArticleSurfaceProps) {
  const host = useRef<HTMLDivElement>(null);
  const plain = useRef<HTMLDivElement>(null);
  // There from the first frame on; as state only afterwards.
  const surface = useRef<EditorView>(null);
  const [view, setView] = useState<EditorView | null>(null);
  const [toolbarElement, setToolbarElement] = useState<HTMLElement | null>(null);
  const hasToolbar = Boolean(toolbar);
  const latest = useRef(listeners);
  const source = useMemo(() => ("groups" in marks ? marks : listedMarks(marks)), [marks]);
  const latestMarks = useRef(source);
  useLayoutEffect(() => {
    latest.current = listeners;
    latestMarks.current = source;
  });

  // With the first frame: the article and its marks are what one came for, and all else may follow them.
  useLayoutEffect(() => {
    if (!host.current) return;
    const element = document.createElement("div");
    element.className = "article-toolbar-anchor";
    const moved = oncePerFrame(() => latest.current.onGeometryChange?.());
    const created = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: text.text,
        extensions: [
          startWithMarks(text, openingMarks(latestMarks.current)),
          readingExtensions({ label, nonce: findNonce() }),
          sentencesOf.of(lazyPassages(text, () => sentencesIn(text, language))),
          paragraphsOf.of(lazyPassages(text, () => findParagraphs(text))),
          keptField,
          hintField,
          hasToolbar ? selectionAnchor(element, matchMedia("(pointer: coarse)").matches) : [],
          pointerSelection({ text, language }),
          findKeys(() => latest.current.onTrouble?.(NO_SEARCH)),
          edgeHandles(text),
          EditorView.contentAttributes.of({
            dir: textDirection(text.text, language),
            ...(language ? { lang: language } : {}),
          }),
          EditorView.updateListener.of((update) => {
            if (update.geometryChanged || update.viewportChanged) {
              if (isSketch(update)) afterPaint(moved.ask);
              else moved.ask();
            }
            const keeps = update.startState.field(keptField) !== update.state.field(keptField);
            if (update.selectionSet || keeps) latest.current.onSelect?.(allSelected(text, update.state));
          }),
          EditorView.domEventHandlers({
            mousedown: (_, at) => at.dispatch({ effects: setPointing.of(true) }),
            click: (event, at) => activate(event, at, (...found) => latest.current.onActivate?.(...found)),
          }),
        ],
      }),
    });
    const release = () => created.dispatch({ effects: setPointing.of(false) });
    window.addEventListener("mouseup", release);
    surface.current = created;
    const stoodIn = plain.current;
    if (stoodIn) stoodIn.hidden = true;
    const cancel = afterPaint(() => {
      setView(created);
      setToolbarElement(element);
      moved.ask();
    });
    return () => {
      cancel();
      if (stoodIn) stoodIn.hidden = false;
      window.removeEventListener("mouseup", release);
      moved.cancel();
      surface.current = null;
      setView(null);
      created.destroy();
    };
  }, [text, label, language, hasToolbar]);

  // With the change to the screen, not after it: the mark is what one looks for.
  useLayoutEffect(() => {
    view?.dispatch({ effects: showMarks.of({ text, marks: source }) });
  }, [view, text, source]);

  useEffect(() => {
    view?.dispatch({ effects: showEdges.of(edges) });
  }, [view, edges]);

  // The first key that goes by sentences finds them found.
  useEffect(() => whenIdle(() => void sentencesIn(text, language), AT_MOST_MS), [text, language]);

  useImperativeHandle(handle, () => operateSurface(surface, text, () => latest.current.onTrouble?.(NO_SEARCH)), [text]);

  return (
    <div className="article-surface" data-article-surface="">
      {/* Until the surface is up the same words stand there, so that nothing jumps. */}
      <div ref={plain}>{!view && <PlainArticle text={openingOf(text.text)} language={language} />}</div>
      <div ref={host} />
      {toolbarElement && toolbar && createPortal(toolbar, toolbarElement)}
    </div>
  );
}

const NO_SEARCH = "The search could not be opened";

/** How far beside a letter a press still means it, in pixels. */
const NEAR = 6;

function activate(event: MouseEvent, view: EditorView, onActivate: (hits: MarkHit[], place: Place) => void): void {
  const { clientX: x, clientY: y } = event;
  const { pos, assoc } = view.posAndSideAtCoords({ x, y }, false);
  const tag = tagAt(event, view);
  const unit = tag ? tag.unit : assoc < 0 ? pos - 1 : pos;
  const letter = view.coordsForChar(unit);
  const place = { x, y: letter?.top ?? y, height: letter ? letter.bottom - letter.top : 0 };
  if (tag?.statementId) {
    onActivate([{ statementId: tag.statementId, roles: ["content"] }], place);
    return;
  }
  if (!view.state.selection.main.empty) return;
  // Beside the last letter of a line nothing is meant.
  if (!tag && letter && (x < letter.left - NEAR || x > letter.right + NEAR)) return;
  const hits = marksOver(view.state, unit);
  if (hits.length > 0) onActivate(hits, place);
}

/** The tag that was pressed: it stands before the first letter of its words, as seen in their direction. */
function tagAt(
  { target, clientX: x }: MouseEvent,
  view: EditorView,
): { unit: number; statementId: string | null } | null {
  const words = target instanceof Element ? target.closest<HTMLElement>(".article-tag") : null;
  const unit = words && view.posAtDOM(words);
  const letter = unit === null ? null : view.coordsForChar(unit);
  if (!words || unit === null || !letter) return null;
  const isBefore = view.textDirectionAt(unit) === Direction.LTR ? x < letter.left : x > letter.right;
  return isBefore ? { unit, statementId: words.dataset.tagOf ?? null } : null;
}

function lazyPassages(text: DocumentText, find: () => readonly Range[]) {
  let found: { start: number; end: number }[] | null = null;
  return () => {
    found ??= find().map((passage) => {
      const { from, to } = toSurface(text, passage);
      return { start: from, end: to };
    });
    return found;
  };
}

/** Its first paragraphs, more than a window shows: a long article laid out in whole would keep the reader waiting. */
function openingOf(text: string): string {
  const end = text.indexOf("\n", 6000);
  return end < 0 ? text : text.slice(0, end);
}

/** The page's style nonce: the surface adds a style element, which the content security policy asks to be signed. */
function findNonce(): string | null {
  return document.querySelector<HTMLElement>("style[nonce], script[nonce]")?.nonce ?? null;
}
