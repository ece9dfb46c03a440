import {
  type FoundStatement,
  SEARCH_PAGE,
  type SearchPageQuery,
  type SearchQuery,
  type SearchResult,
} from "@/domain/contract/search";
import { findNode, toLine } from "@/domain/search/concordance";
import type { Statement } from "@/domain/statement/statement";
import { DocumentText } from "@/domain/text/document-text";
import { foldText } from "@/domain/text/fold-text";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { readStatementRows } from "@/server/rows/read-statements";
import { toStatement } from "@/server/rows/statement-row";
import { findStatements } from "./find-statements";
import { type OpenSearch, openSearch } from "./open-search";
import { readNames } from "./read-names";

/** One page of what a search finds, as a concordance. Errors: 404. */
export async function searchStatements(actor: Actor, projectId: string, query: SearchPageQuery): Promise<SearchResult> {
  const open = await openSearch(actor, projectId);
  const { ids, gold, documents } = await findStatements(actor, open, query);
  const { offset } = query;
  const found = await readFound(actor, open, query, ids.slice(offset, offset + SEARCH_PAGE));
  return {
    ...{ total: ids.length, gold: gold.length, documents },
    items: found.map(({ item }) => item),
    next: offset + SEARCH_PAGE < ids.length ? offset + SEARCH_PAGE : null,
  };
}

/** Statements as lines of the concordance, in the order of the ids; one that is gone since is left out. */
export async function readFound(
  actor: Actor,
  open: OpenSearch,
  query: Pick<SearchQuery, "q" | "within">,
  ids: readonly string[],
): Promise<{ item: FoundStatement; statement: Statement }[]> {
  const db = database();
  const words = foldText(query.q).trim();
  const rows = await readStatementRows(db, { id: { in: [...ids] }, deletedAt: null });
  const assignments = await db.assignment.findMany({
    where: { id: { in: [...new Set(rows.map(({ assignmentId }) => assignmentId))] } },
    select: { id: true, userId: true, kind: true, documentId: true },
  });
  const documents = await db.document.findMany({
    where: { id: { in: [...new Set(assignments.map(({ documentId }) => documentId))] } },
    select: { id: true, title: true, outlet: true, published: true, language: true, text: true },
  });
  const assignmentOf = new Map(assignments.map((one) => [one.id, one]));
  const documentOf = new Map(documents.map((one) => [one.id, { ...one, text: new DocumentText(one.text) }]));
  const statements = rows.map(toStatement);
  const named = statements.flatMap(({ speakerId, stances }) => [
    ...(speakerId === null ? [] : [speakerId]),
    ...stances.map(({ targetId }) => targetId),
  ]);
  const names = await readNames(db, named.map(open.merges.rootOf));
  const byId = new Map(statements.map((statement) => [statement.id, statement]));
  return ids.flatMap((id) => {
    const statement = byId.get(id);
    const assignment = assignmentOf.get(statement?.assignmentId ?? "");
    const document = documentOf.get(assignment?.documentId ?? "");
    if (!statement || !assignment || !document) return [];
    const isGold = assignment.kind === "adjudication";
    const item: FoundStatement = {
      ...{ id, assignmentId: assignment.id, documentId: document.id },
      ...{ title: document.title, outlet: document.outlet, published: document.published, language: document.language },
      layer: isGold ? "gold" : "reading",
      own: assignment.userId === actor.userId,
      annotator: isGold ? null : open.nameOf(assignment),
      ...toLine(document.text, findNode(document.text, statement.spans, words, query.within)),
      speaker: statement.speakerId === null ? null : (names.get(open.merges.rootOf(statement.speakerId)) ?? null),
      stances: statement.stances.map(({ targetId, value }) => ({
        target: names.get(open.merges.rootOf(targetId)) ?? "?",
        value,
      })),
      revision: statement.revision,
    };
    return [{ item, statement }];
  });
}
