import { simplifySelection, standardKeymap } from "@codemirror/commands";
import { EditorState, type Extension, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, keymap } from "@codemirror/view";
import { highlightField } from "./highlight-field";
import { markDrawing, markField } from "./mark-field";

const wordsLine = Decoration.line({ attributes: { dir: "auto" } });
const gapLine = Decoration.line({ class: "article-gap", attributes: { dir: "auto" } });

/** Each line takes its own direction; blank lines between paragraphs are only a gap. */
const lineField = StateField.define<DecorationSet>({
  create(state) {
    const lines = [];
    let from = 0;
    for (const { length } of state.doc.iterLines()) {
      lines.push((length === 0 ? gapLine : wordsLine).range(from));
      from += length + 1;
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
    articleKeys,
    keymap.of(standardKeymap.filter(({ key }) => !deletesText(key))),
    lineField,
    markField,
    markDrawing,
    highlightField,
    otherSelections,
  ];
}
