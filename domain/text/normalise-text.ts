/** A text that no database or UTF-8 file can hold as it is. */
export class UnstorableTextError extends Error {
  /** UTF-16 position of the first bad character in the text as given. */
  readonly position: number;

  constructor(message: string, position: number) {
    super(message);
    this.name = "UnstorableTextError";
    this.position = position;
  }
}

/**
 * The text as it is stored, once and for ever: one byte order mark at the start removed, CRLF and CR turned into LF.
 * Nothing else: quotation marks, composed characters and invisible characters stay as the author left them.
 *
 * Throws UnstorableTextError for half a surrogate pair (has no UTF-8 form) and for U+0000 (PostgreSQL refuses it).
 */
export function normaliseText(input: string): string {
  const bad = input.search(/\p{Surrogate}|\0/u);
  if (bad >= 0) {
    const code = input.charCodeAt(bad).toString(16).toUpperCase().padStart(4, "0");
    throw new UnstorableTextError(
      `The text holds the character U+${code} at position ${bad}, which cannot be stored; remove it or save the file again as UTF-8.`,
      bad,
    );
  }
  return input.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
}
