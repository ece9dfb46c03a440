import type { ArticleReference } from "@/domain/import/annotated/annotated-format";
import { database } from "@/server/database/client";

/** The text of the one article of a project that a file means: by id, SHA-256, address or title, the first that any has. */
export async function findText(
  projectId: string,
  { id, sha256, url, title }: ArticleReference,
): Promise<{ id: string; text: string } | null> {
  for (const named of [{ id }, { sha256 }, { url }, { title }]) {
    const [value] = Object.values(named);
    if (value === null || value === undefined) continue;
    const found = await database().document.findMany({
      where: { projectId, ...named } as { projectId: string },
      select: { id: true, text: true },
      take: 2,
    });
    if (found.length > 0) return found.length === 1 ? (found[0] ?? null) : null;
  }
  return null;
}
