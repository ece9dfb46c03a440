import { ImportInput } from "@/domain/contract/import";
import { type ImportArticle, type ImportMetadata, toImported } from "./import-file";

const SAID: Readonly<Partial<Record<keyof ImportMetadata, string>>> = {
  title: "Give it a title.",
  published: "Write the day as YYYY-MM-DD.",
  url: "Write an address that begins with https://.",
  language: "Write a language tag such as en or pt-BR.",
};

/** What of an article's metadata the server would refuse, by field. */
export function metadataProblems(article: ImportArticle): Partial<Record<keyof ImportMetadata, string>> {
  const parsed = ImportInput.shape.documents.element.safeParse(toImported(article));
  if (parsed.success) return {};
  return Object.fromEntries(
    parsed.error.issues.map(({ path, message }) => [path[0], SAID[path[0] as keyof ImportMetadata] ?? message]),
  );
}
