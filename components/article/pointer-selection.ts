import { EditorSelection, type Extension, type SelectionRange } from "@codemirror/state";
import { EditorView, type MouseSelectionStyle } from "@codemirror/view";
import { isApple } from "@/components/ui/is-apple";
import type { DocumentText } from "@/domain/text/document-text";
import { snapRange } from "@/domain/text/snap-range";
import { fromSurface, toSurface, type Utf16Range } from "./text-selection";

/** What one, two, three and more clicks select. */
const UNITS = ["character", "word", "sentence", "paragraph"] as const;
type Unit = (typeof UNITS)[number];

/**
 * The word, sentence or paragraph around a position of the surface; null where there is none, as between two paragraphs.
 * With `side` -1 what ends at the position counts, with 1 what begins there. Looks at one line only.
 */
export function unitAround(
  { text, language }: { text: DocumentText; language?: string | null },
  { position, side }: { position: number; side: -1 | 1 },
  unit: Exclude<Unit, "character">,
): Utf16Range | null {
  const { text: words } = text;
  const from = words.lastIndexOf("\n", position - 1) + 1;
  const newline = words.indexOf("\n", position);
  const to = newline < 0 ? words.length : newline;
  if (from === to) return null;
  if (unit === "paragraph") return { from, to };
  // At the ends of a line there is something on one side only.
  const before = position > from && (side < 0 || position === to);
  const at = before ? position - 1 : position;
  const character = fromSurface(text, { from: at, to: at + 1 });
  const found = snapRange(text, character, unit, language);
  return found && toSurface(text, found);
}

/**
 * Two clicks select a word, three a sentence, four a paragraph; dragging goes on by as many. Words and sentences are
 * those of the text's language, also where it puts no blanks between them. With Ctrl (⌘), or Alt, a selection is added.
 */
export function pointerSelection(article: { text: DocumentText; language?: string | null }): Extension {
  return [
    EditorView.clickAddsSelectionRange.of((event) => (isApple() ? event.metaKey : event.ctrlKey) || event.altKey),
    EditorView.mouseSelectionStyle.of((view, event) => {
      if (event.button !== 0 || event.detail < 2) return null;
      return selectByUnit(view, event, article);
    }),
  ];
}

function selectByUnit(
  view: EditorView,
  start: MouseEvent,
  article: { text: DocumentText; language?: string | null },
): MouseSelectionStyle {
  const unit = UNITS[Math.min(start.detail, UNITS.length) - 1] ?? "character";
  const held = view.state.selection;
  const rangeAt = (event: MouseEvent): Utf16Range => {
    const { pos, assoc } = view.posAndSideAtCoords({ x: event.clientX, y: event.clientY }, false);
    const caret = { from: pos, to: pos };
    return unit === "character" ? caret : (unitAround(article, { position: pos, side: assoc }, unit) ?? caret);
  };
  const first = rangeAt(start);
  return {
    get(event, extend, multiple) {
      const here = rangeAt(event);
      if (extend) return held.replaceRange(held.main.extend(here.from, here.to));
      const range = join(first, here);
      return multiple ? held.addRange(range) : EditorSelection.create([range]);
    },
    // The text never changes.
    update: () => false,
  };
}

/** From where the pointer went down to where it is: the end it is at moves on with Shift and the arrows. */
function join(first: Utf16Range, here: Utf16Range): SelectionRange {
  const from = Math.min(first.from, here.from);
  const to = Math.max(first.to, here.to);
  return here.from < first.from ? EditorSelection.range(to, from) : EditorSelection.range(from, to);
}
