import type { ReportLine } from "@/domain/import/annotated/annotated-data";
import type { AnnotatedFile } from "@/domain/import/annotated/annotated-format";
import { reportLine } from "./foreign-data";

/** The text of a file, or the line of the report that says why it has none: one bad file leaves the others be. */
export async function textOfFile(file: AnnotatedFile): Promise<{ text: string } | { line: ReportLine }> {
  try {
    return { text: await file.text() };
  } catch (error) {
    // What a file throws over its own bytes is a sentence for who brought it.
    const why = error instanceof Error ? error.message : "";
    return { line: unread(file, `It cannot be read as text and is left out. ${why}`.trim()) };
  }
}

/** The value that a file of JSON holds, or the line that says why it holds none. */
export async function valueOfFile(file: AnnotatedFile): Promise<{ value: unknown } | { line: ReportLine }> {
  const read = await textOfFile(file);
  if ("line" in read) return read;
  try {
    return { value: JSON.parse(read.text) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { line: unread(file, "It is not valid JSON, perhaps cut short; it is left out.") };
  }
}

const unread = ({ name }: AnnotatedFile, message: string) =>
  reportLine("lost", "unread_file", { file: name, line: null, at: "" }, message);
