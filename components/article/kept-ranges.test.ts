import { EditorSelection, EditorState, type TransactionSpec } from "@codemirror/state";
import { expect, test } from "vitest";
import { DocumentText } from "@/domain/text/document-text";
import { describeSelection } from "./describe-selection";
import { keepSelection, keptField } from "./kept-ranges";
import {
  clearSelection,
  extendToNextParagraph,
  nextParagraph,
  nextSentence,
  paragraphsOf,
  type SurfaceCommand,
  sentencesOf,
} from "./surface-commands";
import { selectedRanges } from "./text-selection";

const words = "“One,” she said, “two.” Three. 👩‍👩‍👧\n\nFour five.";
const text = new DocumentText(words);
const sentences = [
  { start: 0, end: 23 },
  { start: 24, end: 39 },
  { start: 41, end: 51 },
];
const paragraphs = [
  { start: 0, end: 39 },
  { start: 41, end: 51 },
];

function open(): EditorState {
  return EditorState.create({
    doc: words,
    extensions: [keptField, sentencesOf.of(() => sentences), paragraphsOf.of(() => paragraphs)],
  });
}

function run(state: EditorState, ...commands: SurfaceCommand[]): EditorState {
  return commands.reduce((held, command) => {
    let next = held;
    command(held, (spec: TransactionSpec) => {
      next = held.update(spec).state;
    });
    return next;
  }, state);
}

const select =
  (from: number, to: number): SurfaceCommand =>
  (_, dispatch) => {
    dispatch?.({ selection: EditorSelection.single(from, to) });
    return true;
  };
const selected = (state: EditorState) =>
  selectedRanges(text, state.selection, state.field(keptField)).map(({ start, end }) => text.slice(start, end));

test("what is kept counts with what is selected next, and goes with the selection", () => {
  const both = run(open(), select(0, 6), keepSelection, select(17, 23));
  expect(selected(both)).toEqual(["“One,”", "“two.”"]);
  expect(describeSelection(both)).toBe("Selected: “two.”, 1 selection kept");
  expect(selected(run(both, clearSelection))).toEqual([]);
  expect(keepSelection(open())).toBe(false);
});

test("the caret moves on without taking along what is kept", () => {
  expect(selected(run(open(), select(0, 6), keepSelection, select(8, 8), nextSentence))).toEqual([
    "“One,” she said, “two.”",
  ]);
  expect(selected(run(open(), select(0, 6), keepSelection, select(30, 30), nextSentence)).length).toBe(2);
});

test("paragraphs are selected and taken in as sentences are", () => {
  expect(selected(run(open(), nextParagraph))).toEqual([words.slice(0, 39)]);
  expect(selected(run(open(), nextParagraph, nextParagraph))).toEqual(["Four five."]);
  expect(selected(run(open(), nextParagraph, extendToNextParagraph))).toEqual([words]);
});

test("says where one is", () => {
  expect(describeSelection(open())).toBe("Sentence 1 of 3");
  expect(describeSelection(run(open(), nextSentence))).toBe("Sentence 1 of 3: “One,” she said, “two.”");
  expect(describeSelection(run(open(), select(41, 45)))).toBe("Selected: Four");
});
