import { type Range as PlacedDecoration, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, WidgetType } from "@codemirror/view";

/** Letters shown at a word, which name it while they are typed. Position in UTF-16 units. */
export type PlacedHint = {
  at: number;
  label: string;
  /** How many of its letters are typed. */
  typed: number;
  emphasis: "normal" | "chosen" | "receded";
};

/** Shows other letters, or none. */
export const showHints = StateEffect.define<readonly PlacedHint[]>();

class HintWidget extends WidgetType {
  constructor(readonly hint: PlacedHint) {
    super();
  }

  override eq({ hint }: HintWidget): boolean {
    const { label, typed, emphasis } = this.hint;
    return hint.label === label && hint.typed === typed && hint.emphasis === emphasis;
  }

  override toDOM(): HTMLElement {
    const { label, typed, emphasis } = this.hint;
    const anchor = document.createElement("span");
    anchor.className = `article-hint is-${emphasis}`;
    // Whoever listens selects words instead: some thirty letters read out would help nobody.
    anchor.setAttribute("aria-hidden", "true");
    const letters = document.createElement("span");
    const done = document.createElement("s");
    done.textContent = label.slice(0, typed);
    letters.append(done, label.slice(typed));
    anchor.append(letters);
    return anchor;
  }
}

/** Letters over words; the words stay where they are. */
export const hintField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(value, transaction) {
    for (const effect of transaction.effects) {
      if (!effect.is(showHints)) continue;
      const placed: PlacedDecoration<Decoration>[] = effect.value.map((hint) =>
        Decoration.widget({ widget: new HintWidget(hint), side: 1 }).range(hint.at),
      );
      return Decoration.set(placed, true);
    }
    return value;
  },
  provide: (field) => EditorView.decorations.from(field),
});
