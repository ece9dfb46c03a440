import { getDocumentProxy } from "unpdf";
import { type PageLine, rejoinLines } from "@/domain/import/rejoin-lines";
import type { Draft } from "../draft";
import { ReadError } from "../read-error";

const PAGE_LIMIT = 500;
/** Titles that programs write into a PDF by themselves. */
const NO_TITLE = /^(?:untitled|document\d*|microsoft (?:word|powerpoint) - .*|.*\.(?:docx?|pdf|indd|qxd|html?))$/i;

/** The text of a PDF, its lines joined to paragraphs. A PDF of pictures has none. */
export async function readPdf(bytes: Uint8Array): Promise<Draft> {
  // pdf.js keeps the buffer for itself.
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false, verbosity: 0 }).catch(
    (error: unknown) => {
      if ((error as Error).name === "PasswordException") throw new ReadError("The PDF is protected by a password.");
      throw new ReadError("The PDF is damaged.");
    },
  );
  if (pdf.numPages > PAGE_LIMIT) throw new ReadError(`The PDF has ${pdf.numPages} pages; ${PAGE_LIMIT} at most.`);
  const lines: PageLine[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    lines.push(...linesOf(items as TextItem[]));
  }
  const { info } = (await pdf.getMetadata().catch(() => ({ info: {} }))) as { info: Record<string, unknown> };
  const { text, hyphensJoined } = rejoinLines(lines);
  if (text === "") throw new ReadError("The PDF has no text: its pages are pictures. Recognise the text first (OCR).");
  const said = (value: unknown) => (typeof value === "string" && value.trim() !== "" ? value.trim() : null);
  const title = said(info.Title);
  return {
    text,
    title: title && !NO_TITLE.test(title) ? title : (lines.find((line) => line.text.trim() !== "")?.text ?? null),
    author: said(info.Author),
    language: said(info.Language),
    notes: [
      "Lines were joined to paragraphs: look whether they are the right ones.",
      hyphensJoined > 0 ? `Words hyphenated at the end of a line were put together: ${hyphensJoined}.` : null,
    ],
  };
}

interface TextItem {
  str?: string;
  transform?: number[];
  hasEOL?: boolean;
}

function linesOf(items: readonly TextItem[]): PageLine[] {
  const lines: PageLine[] = [];
  let current: PageLine | null = null;
  for (const { str, transform, hasEOL } of items) {
    if (str === undefined) continue;
    current ??= { text: "", y: transform?.[5] ?? 0, startsPage: lines.length === 0 };
    current.text += str;
    if (!hasEOL) continue;
    if (current.text.trim() !== "") lines.push(current);
    current = null;
  }
  if (current && current.text.trim() !== "") lines.push(current);
  return lines;
}
