"use client";

import { EditorSelection, EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
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
import type { DocumentText } from "@/domain/text/document-text";
import { sentencesIn } from "@/domain/text/known-sentences";
import { findParagraphs } from "@/domain/text/sentences";
import type { Range } from "@/domain/text/span";
import "./article.css";
import "./article-hints.css";
import { describeSelection } from "./describe-selection";
import { hintField, showHints } from "./hint-field";
import { keepRanges, keptField } from "./kept-ranges";
import "./article-edges.css";
import "./article-marks.css";
import type { ArticleEdges } from "./article-edges";
import type { ArticleMark, MarkHit } from "./article-mark";
import { showEdges } from "./edge-field";
import { edgeHandles } from "./edge-handles";
import { findInArticle, findKeys } from "./find-in-article";
import { pointOut } from "./highlight-field";
import { marksAtCaret, marksOver, showMarks, sketchMarks, startWithMarks } from "./mark-field";
import { listedMarks, type MarkSource } from "./mark-source";
import { PlainArticle } from "./plain-article";
import { pointerSelection } from "./pointer-selection";
import { selectionAnchor, setPointing } from "./selection-anchor";
import type { SurfaceCommand } from "./surface-commands";
import { paragraphsOf, sentencesOf } from "./surface-commands";
import { readingExtensions } from "./surface-extensions";
import { oncePerFrame, readGeometry, type SurfaceGeometry } from "./surface-geometry";
import { textDirection } from "./text-direction";
import { selectedRanges, surfaceSelection, toSurface } from "./text-selection";

/** A place in the window, in pixels: where something points to, and the height of its line. */
export type Place = { x: number; y: number; height: number };

/** What one can ask of the surface from outside. Positions are code points. */
export type ArticleSurfaceHandle = {
  /** The selected ranges, sorted; empty when there is only a caret. */
  getSelection: () => Range[];
  /** Selects ranges and shows the first. Throws RangeError outside the text. */
  selectRanges: (ranges: readonly Range[]) => void;
  /** Brings a range into view without selecting it. */
  scrollTo: (range: Range, align?: "center" | "nearest") => void;
  focus: () => void;
  /** Opens the search over the whole text: the browser's own sees only what is rendered. */
  find: () => void;
  /** Where the caret is, or the moving end of the selection. */
  caret: () => number;
  /** Puts the caret somewhere, selects nothing, and brings the place into view. Throws RangeError outside the text. */
  placeCaret: (position: number) => void;
  /** Position or selection in words to be spoken. */
  describe: () => string;
  /** Shows letters at words, which name them while they are typed; none takes them away. */
  showHints: (hints: readonly WordHint[]) => void;
  /** Statements that have a mark at the caret, smallest first. */
  marksAtCaret: () => MarkHit[];
  /** Where the caret is in the window; null when it is not rendered. */
  caretPlace: () => Place | null;
  /** Draws marks of a statement before they come with the others, and selects nothing any more. */
  sketch: (marks: readonly ArticleMark[]) => void;
  /** Points ranges out until told otherwise; none: nothing. */
  pointOut: (ranges: readonly Range[]) => void;
  /** Where the words stand now; null while the surface is not up. */
  geometry: () => SurfaceGeometry | null;
  can: (command: SurfaceCommand) => boolean;
  run: (command: SurfaceCommand) => boolean;
};

/** Letters at a word; `at` in code points. */
export type WordHint = { at: number; label: string; typed: number; emphasis: "normal" | "chosen" | "receded" };

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
          startWithMarks(text, latestMarks.current),
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
            if (update.geometryChanged || update.viewportChanged) moved.ask();
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

  useImperativeHandle(handle, () => operate(view, text, () => latest.current.onTrouble?.(NO_SEARCH)), [view, text]);

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

function operate(view: EditorView | null, text: DocumentText, onNoSearch: () => void): ArticleSurfaceHandle {
  const reveal = ({ start, end }: Range, align: "center" | "nearest" = "center") => {
    const { from, to } = toSurface(text, { start, end });
    // The whole of it where there is room, else its beginning.
    return EditorView.scrollIntoView(EditorSelection.range(align === "nearest" ? to : from, from), {
      y: align,
      yMargin: 48,
    });
  };
  return {
    getSelection: () => (view ? allSelected(text, view.state) : []),
    selectRanges(ranges) {
      const [first] = ranges;
      if (view && first) view.dispatch({ selection: surfaceSelection(text, ranges), effects: reveal(first) });
    },
    scrollTo: (range, align) => view?.dispatch({ effects: reveal(range, align) }),
    focus: () => view?.focus(),
    find: () => view && findInArticle(view, onNoSearch),
    caret: () => (view ? text.fromUtf16(view.state.selection.main.head, "down") : 0),
    placeCaret(position) {
      view?.dispatch({
        selection: { anchor: text.toUtf16(position) },
        effects: reveal({ start: position, end: position }, "nearest"),
        userEvent: "select",
      });
    },
    describe: () => (view ? describeSelection(view.state) : ""),
    showHints(hints) {
      const placed = hints.map(({ at, ...hint }) => ({ ...hint, at: text.toUtf16(at) }));
      view?.dispatch({ effects: showHints.of(placed) });
    },
    marksAtCaret: () => (view ? marksAtCaret(view.state) : []),
    caretPlace() {
      const box = view?.coordsAtPos(view.state.selection.main.head);
      return box ? { x: box.left, y: box.top, height: box.bottom - box.top } : null;
    },
    sketch(marks) {
      const placed = marks.map((mark) => ({ ...mark, ...toSurface(text, mark) }));
      view?.dispatch({
        selection: EditorSelection.cursor(view.state.selection.main.head),
        effects: [sketchMarks.of(placed), keepRanges.of([])],
        userEvent: "select",
      });
    },
    pointOut: (ranges) => view?.dispatch({ effects: pointOut.of(ranges.map((range) => toSurface(text, range))) }),
    geometry: () => (view ? readGeometry(view, text) : null),
    can: (command) => (view ? command(view.state) : false),
    run: (command) => (view ? command(view.state, (spec) => view.dispatch(spec)) : false),
  };
}

function allSelected(text: DocumentText, state: EditorState): Range[] {
  return selectedRanges(text, state.selection, state.field(keptField));
}

/** How far beside a letter a press still means it, in pixels. */
const NEAR = 6;

function activate(event: MouseEvent, view: EditorView, onActivate: (hits: MarkHit[], place: Place) => void): void {
  const tag = event.target instanceof Element ? event.target.closest<HTMLElement>(".article-tag") : null;
  const { clientX: x, clientY: y } = event;
  const { pos, assoc } = view.posAndSideAtCoords({ x, y }, false);
  const unit = tag ? view.posAtDOM(tag) : assoc < 0 ? pos - 1 : pos;
  const letter = view.coordsForChar(unit);
  const place = { x, y: letter?.top ?? y, height: letter ? letter.bottom - letter.top : 0 };
  if (tag?.dataset.statementId) {
    onActivate([{ statementId: tag.dataset.statementId, roles: ["content"] }], place);
    return;
  }
  if (!view.state.selection.main.empty) return;
  // Beside the last letter of a line nothing is meant.
  if (!tag && letter && (x < letter.left - NEAR || x > letter.right + NEAR)) return;
  const hits = marksOver(view.state, unit);
  if (hits.length > 0) onActivate(hits, place);
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
