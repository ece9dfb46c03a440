import { simplifySelection, standardKeymap } from "@codemirror/commands";
import { search, searchKeymap } from "@codemirror/search";
import { EditorState, type Extension, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, keymap, showTooltip } from "@codemirror/view";
import { markDrawing, markField } from "./mark-field";

/** Each line takes its own direction; blank lines between paragraphs are only a gap. */
const lineField = StateField.define<DecorationSet>({
  create(state) {
    const lines = [];
    for (let number = 1; number <= state.doc.lines; number++) {
      const { from, length } = state.doc.line(number);
      const gap = length === 0 ? { class: "article-gap" } : {};
      lines.push(Decoration.line({ ...gap, attributes: { dir: "auto" } }).range(from));
    }
    return Decoration.set(lines);
  },
  update: (lines) => lines,
  provide: (field) => EditorView.decorations.from(field),
});

// The browser itself paints only the main range of several; the others are drawn as marks.
const otherSelection = Decoration.mark({ class: "article-selected" });
const otherSelections = EditorView.decorations.compute(["selection"], (state) =>
  Decoration.set(
    state.selection.ranges
      .filter((range) => !range.empty && range !== state.selection.main)
      .map((range) => otherSelection.range(range.from, range.to)),
    true,
  ),
);

/** Whether a pointer is pressed: the toolbar stays away while the selection is being drawn. */
export const setPointing = StateEffect.define<boolean>();
const pointingField = StateField.define<boolean>({
  create: () => false,
  update(value, transaction) {
    for (const effect of transaction.effects) if (effect.is(setPointing)) return effect.value;
    return value;
  },
});

/** Shows an element of React's beside the selection. */
export function selectionTooltip(element: HTMLElement, above: boolean): Extension {
  const create = () => ({ dom: element, offset: { x: 0, y: 8 }, overlap: true });
  return showTooltip.compute(["selection", pointingField], (state) => {
    const { main } = state.selection;
    if (main.empty || state.field(pointingField)) return null;
    return { pos: above ? main.from : main.to, above, arrow: false, clip: true, create };
  });
}

const articleKeys = keymap.of([{ key: "Escape", run: simplifySelection }]);

/** Such keys do nothing to a text that cannot change, yet an editor's key map would keep them from the screen's shortcuts. */
const deletesText = (key: string | undefined) => /(^|-)(Delete|Backspace|Enter)$/.test(key ?? "");

const swallow = (event: Event) => {
  event.preventDefault();
  return true;
};

/** Reading behaviour: a caret and selections as in an editor, but nothing that is typed or pasted gets in. */
export function readingExtensions({ label, nonce }: { label: string; nonce: string | null }): Extension {
  return [
    EditorState.readOnly.of(true),
    EditorState.allowMultipleSelections.of(true),
    // Stored texts have LF only; any other break would be a character of the text like the rest.
    EditorState.lineSeparator.of("\n"),
    EditorView.perLineTextDirection.of(true),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({
      "aria-label": label,
      "aria-readonly": "true",
      inputmode: "none",
      spellcheck: "false",
      autocorrect: "off",
      autocapitalize: "off",
      translate: "no",
      // It has the focus by being editable; said once more for tools that look for it here.
      tabindex: "0",
    }),
    EditorView.domEventHandlers({ beforeinput: swallow, drop: swallow, dragstart: swallow }),
    nonce ? EditorView.cspNonce.of(nonce) : [],
    search({ top: true, literal: true }),
    articleKeys,
    keymap.of([...searchKeymap, ...standardKeymap.filter(({ key }) => !deletesText(key))]),
    lineField,
    markField,
    markDrawing,
    otherSelections,
    pointingField,
  ];
}
