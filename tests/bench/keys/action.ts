/**
 * One action of a person: a key or chord, a letter of a typed text, a click, a drag. Scripts are lists of them; nothing else
 * may happen to the screen.
 */
export type Action =
  | { do: "press"; key: string }
  /** Types the letters shown at a word of the article; the word is named by the text that begins with it. */
  | { do: "letters"; at: string; alone: boolean }
  /** Over words of a longer passage that occurs only once. */
  | { do: "drag"; over: string; passage: string }
  | { do: "click"; role: "button" | "combobox" | "option"; name: string | RegExp; within?: string | RegExp };

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
export const drag = (over: string, passage = over): Action[] => [{ do: "drag", over, passage }];
export const click = (name: string | RegExp, within?: string | RegExp): Action[] => [
  { do: "click", role: "button", name, within },
];
/** Opens a list with one click and chooses from it with another. */
export const choose = (list: string | RegExp, option: string | RegExp): Action[] => [
  { do: "click", role: "combobox", name: list },
  { do: "click", role: "option", name: option },
];
