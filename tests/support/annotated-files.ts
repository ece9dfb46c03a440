import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import type { AnnotatedDocument, AnnotatedPart, ReportLine } from "@/domain/import/annotated/annotated-data";
import type { AnnotatedFile, AnnotatedFormat, ParseOptions } from "@/domain/import/annotated/annotated-format";

/** Files as a parser gets them, from what they hold. */
export function annotatedFiles(files: Readonly<Record<string, string | Uint8Array>>): AnnotatedFile[] {
  return Object.entries(files).map(([name, content]) => {
    const bytes = Buffer.from(content as string);
    return {
      name,
      size: bytes.length,
      bytes: async () => bytes,
      text: async () => bytes.toString("utf8").replace(/^\uFEFF/, ""),
      async *chunks(from = 0) {
        yield bytes.subarray(from);
      },
    };
  });
}

export interface Parsed {
  parts: AnnotatedPart[];
  documents: AnnotatedDocument[];
  lines: ReportLine[];
}

/** All that a format says of files. */
export async function parseAll(
  format: AnnotatedFormat,
  files: Readonly<Record<string, string | Uint8Array>>,
  options: Partial<ParseOptions> = {},
): Promise<Parsed> {
  const parts: AnnotatedPart[] = [];
  for await (const part of format.parse(annotatedFiles(files), { codebook: defaultCodebook, ...options })) {
    parts.push(part);
  }
  return {
    parts,
    documents: parts.flatMap((part) => (part.part === "document" ? [part.document] : [])),
    lines: parts.flatMap((part) => (part.part === "line" ? [part.line] : [])),
  };
}

/** A report line as a test reads it: where, what kind, which. */
export const inShort = ({ file, line, at, effect, code }: ReportLine) =>
  `${[file, line, at].filter((part) => part !== null && part !== "").join(" ")}: ${effect} ${code}`;
