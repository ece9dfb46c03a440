import type { AnnotatedFile } from "@/domain/import/annotated/annotated-format";

/** A `.ann` file, the text that it is of, and whose it is. */
export interface BratPair {
  ann: AnnotatedFile;
  /** Null: no text is called like it. */
  text: AnnotatedFile | null;
  annotator: string;
  /** What told the annotator. */
  toldBy: "folder" | "ending" | "nothing";
}

/** A file's name in parts. */
export interface FilePath {
  folders: readonly string[];
  /** Without the ending. */
  base: string;
}

/**
 * Pairs `.ann` files with their texts: the one beside it of the same name; else one of the same name elsewhere; else the
 * one whose name it begins with, followed by `_`, `-` or `.` and the annotator (`article_4b22.ann` of `article.txt`, as
 * PolNeAR has them). The nearest of several. Otherwise annotators are folders: the first that differs where several hold
 * the same name, else the one it lies in.
 */
export function pairBratFiles(files: readonly AnnotatedFile[]): BratPair[] {
  const texts = new Map<string, { path: FilePath; file: AnnotatedFile }[]>();
  for (const file of files.filter(({ name }) => /\.txt$/i.test(name))) {
    const path = pathOf(file.name);
    texts.set(path.base, [...(texts.get(path.base) ?? []), { path, file }]);
  }
  const anns = files.filter(({ name }) => /\.ann$/i.test(name)).map((ann) => ({ ann, path: pathOf(ann.name) }));
  const depth = annotatorDepth(anns.map(({ path }) => path));
  return anns.map(({ ann, path }): BratPair => {
    const found = findText(path, texts);
    const text = found?.file ?? null;
    if (found && found.ending !== "") return { ann, text, annotator: found.ending, toldBy: "ending" };
    const folder = path.folders[depth ?? path.folders.length - 1] ?? path.folders.at(-1);
    if (folder !== undefined) return { ann, text, annotator: folder, toldBy: "folder" };
    return { ann, text, annotator: "annotator", toldBy: "nothing" };
  });
}

export function pathOf(name: string): FilePath {
  const folders = name.split("/");
  const base = (folders.pop() ?? "").replace(/\.[A-Za-z]+$/, "");
  return { folders, base };
}

function findText(path: FilePath, texts: ReadonlyMap<string, { path: FilePath; file: AnnotatedFile }[]>) {
  // The longest name first: `a_b_c` is of `a_b` rather than of `a`.
  const cuts = [path.base.length, ...Array.from(path.base.matchAll(/[_.-]/g), ({ index }) => index).reverse()];
  for (const cut of cuts) {
    const named = texts.get(path.base.slice(0, cut));
    const ending = path.base.slice(cut + 1);
    if (!named || (cut < path.base.length && ending === "")) continue;
    const nearest = named.reduce((best, one) => (nearness(one.path, path) > nearness(best.path, path) ? one : best));
    return { file: nearest.file, ending };
  }
  return null;
}

/** Folders that two paths share from the root; the same folder is nearer than any other. */
function nearness(one: FilePath, other: FilePath): number {
  const shared = one.folders.findIndex((folder, at) => folder !== other.folders[at]);
  if (shared >= 0) return shared;
  return one.folders.length === other.folders.length ? Number.POSITIVE_INFINITY : one.folders.length;
}

/** Which folder, counted from the root, holds whose annotations: where files of the same name first differ. */
export function annotatorDepth(paths: readonly FilePath[]): number | null {
  const first = new Map<string, FilePath>();
  let depth: number | null = null;
  for (const path of paths) {
    const other = first.get(path.base);
    if (!other) {
      first.set(path.base, path);
      continue;
    }
    const at = path.folders.findIndex((folder, index) => folder !== other.folders[index]);
    if (at >= 0) depth = depth === null ? at : Math.min(depth, at);
  }
  return depth;
}
