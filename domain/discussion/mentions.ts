/** Somebody a comment can name: `id` is what stands in stored texts, `name` what people read and type. */
export interface Named {
  id: string;
  name: string;
}

/** A stretch of a comment: words, or somebody by their id. */
export type CommentPiece = { text: string } | { mention: string };

/** How somebody is named in a stored text; whoever is called what may change, and may be hidden. */
const TOKEN = /@\[([a-z2-7]{10})\]/g;

/** A stored text cut at those it names. */
export function splitMentions(text: string): CommentPiece[] {
  const pieces: CommentPiece[] = [];
  let end = 0;
  for (const found of text.matchAll(TOKEN)) {
    if (found.index > end) pieces.push({ text: text.slice(end, found.index) });
    pieces.push({ mention: found[1] ?? "" });
    end = found.index + found[0].length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
}

/** Ids of those a stored text names, each once. */
export function mentionsIn(text: string): string[] {
  return [...new Set(splitMentions(text).flatMap((piece) => ("mention" in piece ? piece.mention : [])))];
}

/** A stored text as it is read and edited, with names in place of ids; an id that nobody has any more stays as it is. */
export function toTyped(text: string, people: readonly Named[]): string {
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  return splitMentions(text)
    .map((piece) => ("text" in piece ? piece.text : `@${nameOf.get(piece.mention) ?? `[${piece.mention}]`}`))
    .join("");
}

/**
 * What was typed as it is stored: "@" and a whole name becomes that person, unless it stands within a word, as in an
 * address. Of two names that fit, the longer one.
 */
export function fromTyped(typed: string, people: readonly Named[]): string {
  const longestFirst = [...people].sort((a, b) => b.name.length - a.name.length);
  let stored = "";
  let at = 0;
  while (at < typed.length) {
    const person =
      typed[at] === "@" && !endsInWord(typed.slice(0, at))
        ? longestFirst.find(
            ({ name }) =>
              name !== "" && typed.startsWith(name, at + 1) && !startsInWord(typed.slice(at + 1 + name.length)),
          )
        : undefined;
    if (person) {
      stored += `@[${person.id}]`;
      at += 1 + person.name.length;
    } else {
      stored += typed[at];
      at += 1;
    }
  }
  return stored;
}

/** What is being typed after an "@" before the caret, and where that stands; null: nobody is being named. */
export function mentionBefore(typed: string, caret: number): { query: string; start: number } | null {
  const start = typed.lastIndexOf("@", caret - 1);
  if (start < 0 || endsInWord(typed.slice(0, start))) return null;
  const query = typed.slice(start + 1, caret);
  // A name has some words, never a line break.
  return /^[^\n@]{0,60}$/.test(query) && !/^\s/.test(query) ? { query, start } : null;
}

const endsInWord = (text: string) => /[\p{L}\p{N}_]$/u.test(text);
const startsInWord = (text: string) => /^[\p{L}\p{N}_]/u.test(text);
