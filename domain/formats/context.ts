import type { DocumentText } from "@/domain/text/document-text";
import type { Range } from "@/domain/text/span";

/** Code points on either side of a quote: enough to find it again in a text that has changed elsewhere. */
const LENGTH = 32;

/** The text just before and just after a range. */
export function context(text: DocumentText, { start, end }: Range): { prefix: string; suffix: string } {
  return {
    prefix: text.slice(Math.max(0, start - LENGTH), start),
    suffix: text.slice(end, Math.min(text.length, end + LENGTH)),
  };
}
