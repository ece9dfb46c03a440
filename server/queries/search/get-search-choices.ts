import type { SearchChoices } from "@/domain/contract/search";
import type { Actor } from "@/server/auth/actor";
import { readPasses } from "@/server/bulk/read-passes";
import { openSnapshot } from "@/server/bulk/snapshot";
import { pseudonym } from "@/server/pseudonym";
import { openSearch } from "./open-search";

/** The articles and annotators that may be searched by. Errors: 404. */
export async function getSearchChoices(actor: Actor, projectId: string): Promise<SearchChoices> {
  const { project, seesOthers, closed, isMasked, nameOf } = await openSearch(actor, projectId);
  const snapshot = await openSnapshot();
  try {
    const scope = { projectId, userId: actor.userId, others: seesOthers };
    const passes = [...(await readPasses(snapshot, scope))];
    const seen = passes.filter(([, { documentId, userId }]) => userId === actor.userId || !closed.has(documentId));
    const within = new Set(seen.map(([, { documentId }]) => documentId));
    const documents = await snapshot.list(
      `SELECT "id", "title" FROM "Document" WHERE "projectId" = ? ORDER BY "position", "id"`,
      [projectId],
    );
    const people = new Map(seen.flatMap(([id, { userId }]) => (userId ? [[userId, id] as const] : [])));
    const annotators = [...people].map(([userId, id]) => ({
      id: pseudonym(project, userId),
      name: nameOf({ id, userId }),
    }));
    return {
      documents: documents.flatMap(([id, title]) =>
        within.has(String(id)) ? [{ id: String(id), title: String(title) }] : [],
      ),
      annotators: isMasked || !seesOthers ? [] : annotators.sort((a, b) => (a.name < b.name ? -1 : 1)),
      gold: seen.some(([, { kind }]) => kind === "adjudication"),
      closed: seesOthers ? closed.size : 0,
    };
  } finally {
    await snapshot.close();
  }
}
