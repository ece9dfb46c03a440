import type { EditorState } from "@codemirror/state";
import { keptField } from "./kept-ranges";
import { sentencesOf } from "./surface-commands";

/** Longer words are read from their two ends: somebody who listens hears where a selection begins and stops. */
const READ_WHOLE = 240;
const READ_END = 60;

/** Where the caret is, or what is selected, in words to be spoken. */
export function describeSelection(state: EditorState): string {
  const sentences = state.facet(sentencesOf)();
  const { main } = state.selection;
  const first = sentences.findIndex((sentence) => sentence.end > main.from);
  const place = first < 0 ? sentences.length : first + 1;
  const here = `Sentence ${place} of ${sentences.length}`;
  const kept = state.field(keptField).length;
  const also = kept === 0 ? "" : `, ${kept} selection${kept === 1 ? "" : "s"} kept`;
  if (main.empty) return `${here}${also}`;
  const words = readable(state.sliceDoc(main.from, main.to));
  const sentence = sentences[first];
  if (sentence?.start === main.from && sentence.end === main.to) return `${here}: ${words}${also}`;
  return `Selected: ${words}${also}`;
}

function readable(words: string): string {
  const plain = words.replace(/\s+/g, " ").trim();
  if (plain.length <= READ_WHOLE) return plain;
  return `${plain.slice(0, READ_END)} … to … ${plain.slice(-READ_END)}`;
}
