import type { AnnotatedFile } from "@/domain/import/annotated/annotated-format";
import { annotatorDepth, pathOf } from "./pair-brat-files";

/** A file that holds a text together with what one annotator made of it. */
export interface PassFile {
  file: AnnotatedFile;
  /** Name of the document among the files. */
  document: string;
  annotator: string;
  isGold: boolean;
}

/**
 * Whose each file is, and of what: INCEpTION exports `annotation/<document>/<user>.<ending>` and
 * `curation/<document>/CURATION_USER.<ending>`; else a folder for each annotator, as our own exports have it, with a file
 * for each document. Files of one document come together.
 */
export function namePassFiles(files: readonly AnnotatedFile[]): Map<string, PassFile[]> {
  const paths = files.map((file) => ({ file, path: pathOf(file.name) }));
  const depth = annotatorDepth(paths.map(({ path }) => path));
  const byDocument = new Map<string, PassFile[]>();
  for (const { file, path } of paths) {
    const kind = path.folders.at(-2);
    const document = path.folders.at(-1);
    const isInception = document !== undefined && (kind === "annotation" || kind === "curation");
    const folder = path.folders[depth ?? path.folders.length - 1] ?? path.folders.at(-1) ?? "annotator";
    const isGold = isInception ? kind === "curation" : folder === "gold";
    const named: PassFile = isInception
      ? { file, document: document.replace(/\.[A-Za-z]{1,8}$/, ""), annotator: isGold ? "gold" : path.base, isGold }
      : { file, document: path.base, annotator: folder, isGold };
    byDocument.set(named.document, [...(byDocument.get(named.document) ?? []), named]);
  }
  return byDocument;
}
