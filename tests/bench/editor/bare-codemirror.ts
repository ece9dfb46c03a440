import { EditorState, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";
import { nextSentenceAfter, offer } from "./bare-page";

// A bare CodeMirror page: the marks are plain decorations in one state field, a key marks the selected sentence.

const decorationOf = (look: string) => Decoration.mark({ class: `mark ${look}` });
const looks = new Map(["content", "cue", "source"].map((look) => [look, decorationOf(look)]));
const add = StateEffect.define<{ from: number; to: number }>();
const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(value, transaction) {
    let next = value;
    for (const effect of transaction.effects)
      if (effect.is(add)) {
        const { from, to } = effect.value;
        next = next.update({ add: [decorationOf("content").range(from, to)] });
      }
    return next;
  },
  provide: (self) => EditorView.decorations.from(self),
});

let view: EditorView | null = null;

offer((main, { text, marks }) => {
  view?.destroy();
  const decorations = marks.map(({ from, to, look }) => (looks.get(look) ?? decorationOf(look)).range(from, to));
  const shown = field.init(() => Decoration.set(decorations, true));
  const extensions = [EditorState.readOnly.of(true), EditorView.lineWrapping, shown];
  view = new EditorView({ parent: main, state: EditorState.create({ doc: text, extensions }) });
  // Without it nobody would see what is selected.
  view.focus();
});

window.addEventListener("keydown", (event) => {
  if (!view) return;
  const { key } = event;
  // Nothing is typed into the text.
  event.preventDefault();
  const { from, to } = view.state.selection.main;
  if (key === "j") {
    const { start, end } = nextSentenceAfter(view.state.doc.toString(), to);
    view.dispatch({ selection: { anchor: start, head: end }, scrollIntoView: true });
  }
  if (key === "m") view.dispatch({ effects: add.of({ from, to }), selection: { anchor: to } });
});
