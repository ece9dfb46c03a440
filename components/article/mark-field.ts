import {
  type EditorState,
  type Extension,
  findClusterBreak,
  type Range as PlacedDecoration,
  StateEffect,
  StateField,
} from "@codemirror/state";
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";
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

/** The first letter of a mark with its signs: no other mark begins within it, which would part what bears the tag. */
function firstLetter({ doc }: EditorState, { from, to }: Utf16Range): Utf16Range {
  const opening = doc.sliceString(from, Math.min(to, from + OPENING));
  const start = Math.max(0, opening.search(/\S/u));
  return { from: from + start, to: from + findClusterBreak(opening, start) };
}

/** More units than what stands before a first letter and the letter itself. */
const OPENING = 40;

/**
 * The tag stands before the first letter of a mark as generated content: an element of its own would be three with what an
 * editor puts around it, and would part the words for whoever reads them aloud or copies them.
 */
function tagOf({ tag, part, look, emphasis, hue, statementId }: PlacedMark): Decoration {
  return Decoration.mark({
    class: `article-tag look-${look} is-${emphasis}`,
    attributes: {
      "data-tag": [tag, part].filter(Boolean).join("\u2006|\u2006"),
      "data-hue": hue,
      // A shared source's tag stands for several statements.
      ...(look === "content" && { "data-tag-of": statementId }),
    },
  });
}

function decorate(state: EditorState, marks: readonly PlacedMark[]): PlacedDecoration<Decoration>[] {
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
    if (!mark.tag) continue;
    const letter = firstLetter(state, mark);
    placed.push(tagOf(mark).range(letter.from, letter.to));
  }
  return placed;
}

/** Draws the marks of what is rendered, which is little however long the text is. */
export const markDrawing = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = drawAll(view);
    }

    update(update: ViewUpdate): void {
      const { view, viewportChanged, startState, state } = update;
      if (!viewportChanged && startState.field(markField) === state.field(markField)) return;
      const added = viewportChanged ? null : addedMarks(update);
      this.decorations = added ? this.decorations.update({ add: decorate(state, added), sort: true }) : drawAll(view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

function drawAll({ state, viewport }: EditorView): DecorationSet {
  const marks = nameSharedSources(marksBetween(state, viewport.from, viewport.to));
  return Decoration.set(decorate(state, marks), true);
}

/** What is drawn beside all that is drawn already; null: more changes than that. */
function addedMarks({ transactions, startState }: ViewUpdate): readonly PlacedMark[] | null {
  const effects = transactions.flatMap((transaction) => transaction.effects);
  if (startState.field(markField).sketch.length > 0 || effects.some((effect) => effect.is(showMarks))) return null;
  const added = effects.flatMap((effect) => (effect.is(sketchMarks) ? effect.value : []));
  // Who shares a source says so at each of the marks.
  return added.some(({ look }) => look === "source") ? null : added;
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
