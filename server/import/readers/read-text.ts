import { decodeText } from "../decode-text";
import type { Draft } from "../draft";

/** Plain text, as it is. A first line that stands alone, with an empty line below it, is taken for the title too. */
export function readText(bytes: Uint8Array): Draft {
  const { text, encoding, note } = decodeText(bytes, null);
  const start = text.slice(0, 500).replace(/\r\n?/g, "\n");
  const head = /^\uFEFF?[ \t]*([^\n]{1,200})\n[ \t]*\n/.exec(start);
  return { text, title: head?.[1], encoding, notes: [note] };
}
