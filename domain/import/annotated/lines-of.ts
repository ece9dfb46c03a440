import type { AnnotatedFile } from "./annotated-format";

/** The lines of a UTF-8 file, one after the other, from 1, however large it is; the byte order mark and line ends are off. */
export async function* linesOf(file: Pick<AnnotatedFile, "chunks">): AsyncGenerator<{ line: number; text: string }> {
  const decoder = new TextDecoder("utf-8");
  let rest = "";
  let line = 0;
  for await (const chunk of file.chunks()) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = parts.pop() ?? "";
    for (const text of parts) yield { line: ++line, text: text.endsWith("\r") ? text.slice(0, -1) : text };
  }
  rest += decoder.decode();
  if (rest !== "") yield { line: line + 1, text: rest.endsWith("\r") ? rest.slice(0, -1) : rest };
}
