import {
  type EditorState,
  type Extension,
  type Range as PlacedDecoration,
  StateEffect,
  StateField,
} from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from "@codemirror/view";
import type { DocumentText } from "@/domain/text/document-text";
import type { ArticleMark, MarkHit } from "./article-mark";
import { type MarkPlaces, noPlaces, placeGroups } from "./mark-places";
import { listedMarks, type MarkGroup, type MarkSource } from "./mark-source";
import { nameSharedSources } from "./shared-sources";
import type { Utf16Range } from "./text-selection";

/** A mark with its place in the surface, in UTF-16 units. */
export type PlacedMark = ArticleMark & Utf16Range;

/** Shows other marks. Throws RangeError when one lies outside the text. */
export const showMarks = StateEffect.define<{ text: DocumentText; marks: MarkSource }>();

/** Draws marks that are to come with the others: seen at once, until other marks are shown. */
export const sketchMarks = StateEffect.define<readonly PlacedMark[]>();

/** Whether an update draws such marks, which nothing should hold up. */
export function isSketch({ transactions }: ViewUpdate): boolean {
  return transactions.some(({ effects }) => effects.some((effect) => effect.is(sketchMarks)));
}

type Marked = MarkPlaces & { marks: MarkSource; sketch: readonly PlacedMark[] };

/** The statements as the surface shows them, with where their spans lie. */
export const markField = StateField.define<Marked>({
  create: () => ({ ...noPlaces, marks: listedMarks([]), sketch: [] }),
  update(value, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(sketchMarks)) return { ...value, sketch: effect.value };
      if (!effect.is(showMarks)) continue;
      const { text, marks } = effect.value;
      if (marks === value.marks) return value;
      return { ...placeGroups(value, marks.groups, text), marks, sketch: [] };
    }
    return value;
  },
});

/** The field from the beginning on with these marks: an article that has them is drawn once. */
export function startWithMarks(text: DocumentText, marks: MarkSource): Extension {
  return markField.init(() => ({ ...placeGroups(noPlaces, marks.groups, text), marks, sketch: [] }));
}

/** The marks that share a position with a part of the surface or touch it, in the order of the source. */
export function marksBetween(state: EditorState, from: number, to: number): PlacedMark[] {
  const { places, marks, sketch } = state.field(markField);
  const found: { from: number; to: number; group: number; span: number }[] = [];
  const indexes = indexesOf(marks.groups);
  places.between(from, to, (start, end, { groupId, spanIndex }) => {
    const group = indexes.get(groupId);
    if (group !== undefined) found.push({ from: start, to: end, group, span: spanIndex });
  });
  found.sort((a, b) => a.group - b.group || a.span - b.span);
  let drawn: { group: number; marks: readonly ArticleMark[] } | null = null;
  const placed = found.flatMap(({ from: start, to: end, group, span }) => {
    if (drawn?.group !== group) drawn = { group, marks: marks.marksOf(group) };
    const mark = drawn.marks[span];
    return mark ? [{ ...mark, from: start, to: end }] : [];
  });
  return [...placed, ...sketch.filter((mark) => mark.from <= to && mark.to >= from)];
}

const knownIndexes = new WeakMap<readonly MarkGroup[], ReadonlyMap<string, number>>();

function indexesOf(groups: readonly MarkGroup[]): ReadonlyMap<string, number> {
  const known = knownIndexes.get(groups) ?? new Map(groups.map(({ id }, index) => [id, index]));
  knownIndexes.set(groups, known);
  return known;
}

class TagWidget extends WidgetType {
  constructor(readonly mark: ArticleMark) {
    super();
  }

  override eq({ mark }: TagWidget): boolean {
    const { mark: own } = this;
    return (
      mark.tag === own.tag &&
      mark.part === own.part &&
      mark.look === own.look &&
      mark.hue === own.hue &&
      mark.emphasis === own.emphasis &&
      mark.statementId === own.statementId
    );
  }

  override toDOM(): HTMLElement {
    const tag = document.createElement("span");
    const { mark } = this;
    tag.className = `article-tag look-${mark.look} is-${mark.emphasis}`;
    tag.dataset.hue = mark.hue;
    tag.textContent = mark.tag;
    if (mark.part) {
      const part = tag.appendChild(document.createElement("span"));
      part.className = "article-tag-part";
      part.textContent = mark.part;
    }
    // A shared source's tag stands for several statements: what lies there says which.
    if (mark.look === "content") tag.dataset.statementId = mark.statementId;
    // The mark that follows carries the name; read twice it would be noise.
    tag.setAttribute("aria-hidden", "true");
    return tag;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}

function decorate(marks: readonly PlacedMark[]): DecorationSet {
  const placed: PlacedDecoration<Decoration>[] = [];
  for (const mark of marks) {
    const lane = mark.lane === null ? "" : ` lane-${mark.lane}`;
    const pattern = mark.pattern === null ? "" : ` pattern-${mark.pattern}`;
    placed.push(
      Decoration.mark({
        class: `article-mark look-${mark.look} is-${mark.emphasis}${lane}${pattern}`,
        attributes: {
          "data-statement-id": mark.statementId,
          "data-hue": mark.hue,
          "data-role": mark.role,
          role: "group",
          "aria-label": mark.label,
        },
      }).range(mark.from, mark.to),
    );
    if (mark.tag) placed.push(Decoration.widget({ widget: new TagWidget(mark), side: 1 }).range(mark.from));
  }
  return Decoration.set(placed, true);
}

/** Draws the marks of what is rendered, which is little however long the text is. */
export const markDrawing = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = decorate(visibleMarks(view));
    }

    update({ view, viewportChanged, startState, state }: ViewUpdate): void {
      if (viewportChanged || startState.field(markField) !== state.field(markField)) {
        this.decorations = decorate(visibleMarks(view));
      }
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

function visibleMarks({ state, viewport }: EditorView): PlacedMark[] {
  return nameSharedSources(marksBetween(state, viewport.from, viewport.to));
}

/** Statements that have a mark over a character of the surface, smallest mark first, each once with its roles there. */
export function marksOver(state: EditorState, unit: number): MarkHit[] {
  const hits = marksBetween(state, unit, unit).filter((mark) => mark.from <= unit && unit < mark.to);
  const smallestFirst = hits.sort((a, b) => a.to - a.from - (b.to - b.from));
  const roles = new Map<string, string[]>();
  for (const { statementId, role } of smallestFirst) {
    const known = roles.get(statementId) ?? [];
    if (!known.includes(role)) roles.set(statementId, [...known, role]);
  }
  return [...roles].map(([statementId, found]) => ({ statementId, roles: found }));
}

/** As `marksOver`, for the character after a caret or, where nothing lies over that, the one before it. */
export function marksAtCaret(state: EditorState): MarkHit[] {
  const { head } = state.selection.main;
  const after = marksOver(state, head);
  return after.length > 0 ? after : marksOver(state, Math.max(0, head - 1));
}
