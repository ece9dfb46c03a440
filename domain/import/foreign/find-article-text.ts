import type { AnnotatedFile, ParseOptions } from "@/domain/import/annotated/annotated-format";
import { type ForeignArticle, textInData } from "./build-document";
import { textOfFile } from "./text-of-file";

export interface FoundText {
  text: string;
  article: ForeignArticle;
  /** It is an article of the project. */
  isKnown: boolean;
  hadMark?: boolean;
}

/**
 * The text of an article that a file of annotations only names: a text file among the files that is called like its id or
 * title, or else an article of the project. Null: neither.
 */
export async function findArticleText(
  files: readonly AnnotatedFile[],
  { findText }: Pick<ParseOptions, "findText">,
  article: ForeignArticle,
): Promise<FoundText | null> {
  const called = [article.id, article.title].filter((name) => name !== null && name !== undefined).map(fold);
  const file = files.find(({ name }) => /\.txt$/i.test(name) && called.includes(fold(baseOf(name))));
  if (file) {
    const [a, b, c] = await file.bytes();
    const read = await textOfFile(file);
    if ("line" in read) return null;
    return { text: read.text, article, isKnown: false, hadMark: a === 0xef && b === 0xbb && c === 0xbf };
  }
  const { id = null, sha256 = null, title = null, url = null } = article;
  const known = await findText?.({ id, sha256, title, url });
  return known ? { text: textInData(known.text), article: { ...article, id: known.id }, isKnown: true } : null;
}

const baseOf = (name: string) => (name.split("/").at(-1) ?? "").replace(/\.txt$/i, "");
const fold = (name: string) => name.normalize("NFC").toLowerCase();
