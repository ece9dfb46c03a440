/**
 * One action of a person: a key or chord, a letter of a typed text, a click, a drag. Scripts are lists of them; nothing else
 * may happen to the screen.
 */
export type Action =
  | { do: "press"; key: string }
  /** Types the letters shown at a word of the article; the word is named by the text that begins with it. */
  | { do: "letters"; at: string; alone: boolean }
  | { do: "drag"; over: string }
  | { do: "click"; role: "button" | "combobox" | "option"; name: string | RegExp };

/** What codes one statement of the reading, by its key there. */
export type Step = { statement: string; actions: readonly Action[] };

export const press = (...keys: string[]): Action[] => keys.map((key) => ({ do: "press", key }));
/** The letters of the first word and of the last one. */
export const from = (first: string, last: string): Action[] => [
  { do: "letters", at: first, alone: false },
  { do: "letters", at: last, alone: false },
];
/** One word: its letters with Shift. */
export const alone = (word: string): Action[] => [{ do: "letters", at: word, alone: true }];
