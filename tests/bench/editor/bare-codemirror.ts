import { EditorState, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";
import { nextSentenceAfter, readData } from "./bare-page";

// A bare CodeMirror page: the marks are plain decorations in one state field, a key marks the selected sentence.

const { text, marks } = readData();
const decorationOf = (look: string) => Decoration.mark({ class: `mark ${look}` });
const looks = new Map(["content", "cue", "source"].map((look) => [look, decorationOf(look)]));
const add = StateEffect.define<{ from: number; to: number }>();
const field = StateField.define<DecorationSet>({
  create: () =>
    Decoration.set(
      marks.map(({ from, to, look }) => (looks.get(look) ?? decorationOf(look)).range(from, to)),
      true,
    ),
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

const view = new EditorView({
  parent: document.querySelector("main") as HTMLElement,
  state: EditorState.create({ doc: text, extensions: [EditorState.readOnly.of(true), EditorView.lineWrapping, field] }),
});

window.addEventListener("keydown", (event) => {
  const { from, to } = view.state.selection.main;
  if (event.key === "j") {
    const { start, end } = nextSentenceAfter(text, to);
    view.dispatch({ selection: { anchor: start, head: end }, scrollIntoView: true });
  }
  if (event.key === "m") view.dispatch({ effects: add.of({ from, to }), selection: { anchor: to } });
});
