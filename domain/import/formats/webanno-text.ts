import type { ReportLine } from "@/domain/import/annotated/annotated-data";
import { countCodePoints } from "@/domain/text/document-text";
import { type OffsetUnit, reportLine } from "../foreign/foreign-data";
import { shorten } from "../foreign/shorten";
import type { WebAnnoFile, WebAnnoSentence } from "./webanno-rows";

/** A text of more white space between two sentences is damaged, or made to fill memory. */
const LONGEST_GAP = 1000;

/**
 * The text of a file, put together from its sentences: what stands between them is not in the format. A gap of one is a
 * space, a longer one is line ends. Positions are UTF-16 units by the format; a file whose tokens are as long as their
 * code points counts in those.
 */
export function rebuildText({ sentences }: WebAnnoFile): { text: string; unit: OffsetUnit; lines: ReportLine[] } {
  const unit = unitOf(sentences);
  const lengthOf = (words: string) => (unit === "utf16_code_unit" ? words.length : countCodePoints(words));
  const lines: ReportLine[] = [];
  const parts: string[] = [];
  let length = 0;
  for (const { text, rows, place } of sentences) {
    const [first] = rows;
    if (!first) continue;
    // Tokens may begin after white space of the sentence.
    const before = lengthOf(text.slice(0, Math.max(0, text.indexOf(first.form))));
    const gap = first.start - before - length;
    if (gap < 0 || gap > LONGEST_GAP) {
      const message = `The sentence “${shorten(text)}” cannot stand at ${first.start}: ${gap < 0 ? "the one before it does not end there" : "too much is missing before it"}. It is left out.`;
      lines.push(reportLine("lost", "broken_sentence", place, message));
      continue;
    }
    parts.push(gap === 1 ? " " : "\n".repeat(gap), text);
    length += gap + lengthOf(text);
  }
  return { text: parts.join(""), unit, lines };
}

function unitOf(sentences: readonly WebAnnoSentence[]): OffsetUnit {
  let [units, points] = [0, 0];
  for (const { rows } of sentences) {
    for (const { start, end, form } of rows) {
      if (end - start === form.length) units += 1;
      if (end - start === countCodePoints(form)) points += 1;
    }
  }
  return points > units ? "unicode_code_point" : "utf16_code_unit";
}
