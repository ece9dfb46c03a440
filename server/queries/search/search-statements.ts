import {
  type FoundStatement,
  SEARCH_PAGE,
  type SearchChoices,
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
import { pseudonym } from "@/server/pseudonym";
import { readStatementRows } from "@/server/rows/read-statements";
import { toStatement } from "@/server/rows/statement-row";
import { findStatements } from "./find-statements";
import { type OpenSearch, openSearch } from "./open-search";

/** One page of what a search finds, as a concordance. Errors: 404. */
export async function searchStatements(actor: Actor, projectId: string, query: SearchPageQuery): Promise<SearchResult> {
  const open = await openSearch(actor, projectId);
  const { ids, documents } = await findStatements(actor, open, query);
  const { offset } = query;
  const found = await readFound(actor, open, query, ids.slice(offset, offset + SEARCH_PAGE));
  return {
    ...{ total: ids.length, documents },
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
  const speakers = new Map(open.registry.speakers.map(({ id, name }) => [id, name]));
  const targets = new Map(open.registry.targets.map(({ id, name }) => [id, name]));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    const assignment = assignmentOf.get(row?.assignmentId ?? "");
    const document = documentOf.get(assignment?.documentId ?? "");
    if (!row || !assignment || !document) return [];
    const statement = toStatement(row);
    const isGold = assignment.kind === "adjudication";
    const item: FoundStatement = {
      ...{ id, assignmentId: assignment.id, documentId: document.id },
      ...{ title: document.title, outlet: document.outlet, published: document.published, language: document.language },
      layer: isGold ? "gold" : "reading",
      own: assignment.userId === actor.userId,
      annotator: isGold ? null : open.nameOf(assignment),
      ...toLine(document.text, findNode(document.text, statement.spans, words, query.within)),
      speaker: statement.speakerId === null ? null : (speakers.get(open.rootOf(statement.speakerId)) ?? null),
      stances: statement.stances.map(({ targetId, value }) => ({
        target: targets.get(open.rootOf(targetId)) ?? "?",
        value,
      })),
      revision: statement.revision,
    };
    return [{ item, statement }];
  });
}

/** The articles and annotators that may be searched by. Errors: 404. */
export async function getSearchChoices(actor: Actor, projectId: string): Promise<SearchChoices> {
  const db = database();
  const { project, seesOthers, closed, isMasked, nameOf } = await openSearch(actor, projectId);
  const readings = await db.assignment.findMany({
    where: {
      ...{ document: { projectId }, kind: { in: ["annotation", "adjudication"] }, withdrawnAt: null },
      ...(seesOthers
        ? { OR: [{ kind: "adjudication" }, { userId: actor.userId }, { state: "submitted" }] }
        : { kind: "annotation", userId: actor.userId }),
    },
    select: { id: true, userId: true, kind: true, documentId: true },
  });
  const seen = readings.filter(({ documentId, userId }) => userId === actor.userId || !closed.has(documentId));
  const within = new Set(seen.map(({ documentId }) => documentId));
  const documents = await db.document.findMany({
    where: { projectId },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, title: true },
  });
  const people = new Map(
    seen.flatMap(({ id, userId }) => (userId ? [[pseudonym(project, userId), nameOf({ id, userId })] as const] : [])),
  );
  const annotators = isMasked || !seesOthers ? [] : [...people].map(([id, name]) => ({ id, name }));
  return {
    documents: documents.filter(({ id }) => within.has(id)),
    annotators: annotators.sort((a, b) => (a.name < b.name ? -1 : 1)),
    gold: seen.some(({ kind }) => kind === "adjudication"),
    closed: seesOthers ? closed.size : 0,
  };
}
