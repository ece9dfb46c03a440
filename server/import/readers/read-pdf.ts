import { getDocumentProxy } from "unpdf";
import { arrangePage, type PagePiece } from "@/domain/import/arrange-page";
import { dropRunningLines } from "@/domain/import/drop-running-lines";
import { rejoinLines } from "@/domain/import/rejoin-lines";
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
  const arranged = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    arranged.push(arrangePage(piecesOf(items as TextItem[])));
  }
  const { pages, dropped } = dropRunningLines(arranged);
  const lines = pages.flatMap((page) => page.map((line, at) => ({ ...line, startsPage: at === 0 })));
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
      dropped.length > 0 ? `Left out, as they repeat at the top or bottom of pages: ${named(dropped)}.` : null,
      hyphensJoined > 0 ? `Words hyphenated at the end of a line were put together: ${hyphensJoined}.` : null,
    ],
  };
}

/** Some of the lines, for a note. */
function named(lines: readonly string[]): string {
  const shown = lines.slice(0, 4).map((line) => `“${line.slice(0, 80)}”`);
  return lines.length > shown.length ? `${shown.join(", ")} and ${lines.length - shown.length} more` : shown.join(", ");
}

interface TextItem {
  str?: string;
  transform?: number[];
  width?: number;
  height?: number;
}

function piecesOf(items: readonly TextItem[]): PagePiece[] {
  return items.flatMap(({ str, transform = [], width = 0, height = 0 }) => {
    if (!str) return [];
    const [, , , scale = 0, x = 0, y = 0] = transform;
    return [{ text: str, x, y, width, height: height || Math.abs(scale) || 10 }];
  });
}
