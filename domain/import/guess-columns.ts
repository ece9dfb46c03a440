import type { ColumnMapping } from "@/domain/contract/import";

/** Names that columns are known by, the likeliest first; compared without case, spaces, hyphens and underscores. */
const NAMES: { [Part in keyof ColumnMapping]: readonly string[] } = {
  text: ["text", "fulltext", "body", "articlebody", "content", "article", "maintext", "articletext", "documenttext"],
  title: ["title", "headline", "head", "documenttitle", "articletitle", "name"],
  outlet: ["outlet", "source", "publication", "publisher", "newspaper", "site", "sitename", "media", "documentsource"],
  author: ["author", "authors", "byline", "creator", "writer", "documentauthor"],
  published: ["published", "date", "publishedat", "publicationdate", "pubdate", "datepublished", "publishdate", "time"],
  url: ["url", "link", "sourceurl", "uri", "permalink", "web"],
  language: ["language", "lang", "locale", "languagecode"],
};

type Guess = { [Part in keyof ColumnMapping]: string | null };

/** Which columns hold what, by their names; null: none is named like it. */
export function guessColumns(columns: readonly string[]): Guess {
  const plain = columns.map((column) => column.toLowerCase().replace(/[\s_-]/g, ""));
  const find = (part: keyof ColumnMapping): string | null => {
    for (const name of NAMES[part]) {
      const at = plain.indexOf(name);
      if (at >= 0) return columns[at] ?? null;
    }
    return null;
  };
  return {
    text: find("text"),
    title: find("title"),
    outlet: find("outlet"),
    author: find("author"),
    published: find("published"),
    url: find("url"),
    language: find("language"),
  };
}
