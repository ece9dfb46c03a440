import type { PreviewedDocument } from "@/domain/contract/import";
import { LIKENESS_OF_COPIES, likeness } from "@/domain/import/text-sketch";
import type { ImportArticle, Repeated } from "./import-file";

/** What a new article repeats most: of the project first, then of what was brought before it. */
export function findRepeated(
  document: PreviewedDocument,
  sketch: readonly number[],
  earlier: readonly ImportArticle[],
): Repeated | null {
  const [known] = document.duplicates;
  if (known) return known;
  let nearest: Repeated | null = null;
  for (const one of earlier) {
    const same = one.document.sha256 === document.sha256;
    const found = same ? 1 : likeness(sketch, one.sketch);
    if (found < LIKENESS_OF_COPIES || found <= (nearest?.likeness ?? 0)) continue;
    nearest = { title: one.metadata.title, documentId: null, same, likeness: found };
  }
  return nearest;
}
