import { type EditorState, type Range as PlacedDecoration, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, WidgetType } from "@codemirror/view";
import type { DocumentText } from "@/domain/text/document-text";
import type { ArticleMark } from "./article-mark";
import { toSurface, type Utf16Range } from "./text-selection";

/** A mark with its place in the surface, in UTF-16 units. */
export type PlacedMark = ArticleMark & Utf16Range;

export const showMarks = StateEffect.define<readonly PlacedMark[]>();

/** Throws RangeError when a mark lies outside the text. */
export function placeMarks(text: DocumentText, marks: readonly ArticleMark[]): PlacedMark[] {
  return marks.map((mark) => ({ ...mark, ...toSurface(text, mark) }));
}

class TagWidget extends WidgetType {
  constructor(readonly mark: ArticleMark) {
    super();
  }

  override eq({ mark }: TagWidget): boolean {
    const { mark: own } = this;
    return (
      mark.tag === own.tag &&
      mark.hue === own.hue &&
      mark.emphasis === own.emphasis &&
      mark.statementId === own.statementId
    );
  }

  override toDOM(): HTMLElement {
    const tag = document.createElement("span");
    tag.className = `article-tag is-${this.mark.emphasis}`;
    tag.dataset.hue = this.mark.hue;
    tag.textContent = this.mark.tag;
    tag.dataset.statementId = this.mark.statementId;
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
    if (mark.from >= mark.to) continue;
    const lane = mark.lane === null ? "" : ` lane-${mark.lane}`;
    placed.push(
      Decoration.mark({
        class: `article-mark look-${mark.look} is-${mark.emphasis}${lane}`,
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

/** The statements as the surface shows them: the only state that turns marks into decorations. */
export const markField = StateField.define<{ marks: readonly PlacedMark[]; decorations: DecorationSet }>({
  create: () => ({ marks: [], decorations: Decoration.none }),
  update(value, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(showMarks)) return { marks: effect.value, decorations: decorate(effect.value) };
    }
    return value;
  },
  provide: (field) => EditorView.decorations.from(field, (value) => value.decorations),
});

/** Statements whose marks contain a position of the surface, smallest mark first, each once. */
export function statementsAt(state: EditorState, position: number): string[] {
  const { marks } = state.field(markField);
  const hits = marks.filter((mark) => mark.from <= position && position <= mark.to);
  const smallestFirst = hits.sort((a, b) => a.to - a.from - (b.to - b.from));
  return [...new Set(smallestFirst.map((mark) => mark.statementId))];
}
