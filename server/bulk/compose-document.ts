import type { Codebook } from "@/domain/codebook/codebook";
import type { DatasetAssignment, DatasetDocument, DatasetRuling, Origin } from "@/domain/formats/dataset";
import { findClusters } from "@/domain/review/find-clusters";
import { clusterOfStatement } from "@/domain/review/settles";
import { contentOf } from "@/domain/statement/content";
import type { Statement } from "@/domain/statement/statement";
import { keepsSuggestion } from "@/domain/suggest/keeps-suggestion";
import type * as rows from "@/prisma/generated/sqlite/client";
import { toRuling } from "@/server/queries/read-readings";
import { toArticleDocument, toAssignment } from "@/server/rows/work-rows";
import type { DatasetWords } from "./dataset-words";
import type { DocumentRows } from "./document-rows";
import type { StoredStatement } from "./stored-statements";

export interface ComposeOptions {
  words: DatasetWords;
  kinds: readonly DatasetAssignment["kind"][];
  /** Field keys that were asked for; null: all. */
  fields: ReadonlySet<string> | null;
  /** The newest, by which clusters are compared. */
  codebook: Codebook;
  /** Whether comments may be told. */
  withComments: boolean;
}

/** One document as the export tells it, of everything that is stored about it. */
export function composeDocument(
  document: rows.Document,
  stored: Omit<DocumentRows, "documents">,
  options: ComposeOptions,
): DatasetDocument {
  const { words, kinds } = options;
  const time = (iso: string | null) => (iso === null ? null : words.time(iso));
  const passes = stored.assignments
    .filter(({ kind }) => (kinds as readonly string[]).includes(kind))
    .map((row) => ({ row, annotator: words.annotator(row) }))
    .sort(
      (a, b) =>
        LAYERS.indexOf(a.row.kind) - LAYERS.indexOf(b.row.kind) ||
        (a.annotator === b.annotator ? compareText(a.row.id, b.row.id) : compareText(a.annotator, b.annotator)),
    );
  const held = passes.flatMap(({ row }) => (stored.statements.get(row.id) ?? []).filter(({ isDeleted }) => !isDeleted));
  const ids = new Set(held.map(({ statement }) => statement.id));
  const link = (id: string | null) => (id !== null && ids.has(id) ? words.id(id) : null);
  const article = toArticleDocument(document);
  const rulings = kinds.includes("adjudication") ? describeRulings(stored, options) : [];
  const rulingIds = new Set(rulings.map(({ id }) => id));
  return {
    article: { ...article, replacesId: document.replacesId, createdAt: words.time(document.createdAt.toISOString()) },
    assignments: passes.map(({ row, annotator }) => ({
      ...toAssignment(row),
      id: words.id(row.id),
      submittedAt: time(row.submittedAt?.toISOString() ?? null),
      unblindedAt: time(row.unblindedAt?.toISOString() ?? null),
      suggestionsShownAt: time(row.suggestionsShownAt?.toISOString() ?? null),
      annotator,
      blind: row.kind === "annotation" && row.unblindedAt === null,
      withSuggestions: row.suggestionsShownAt !== null,
    })),
    statements: held.map(({ statement }): Statement => {
      const [parentId, sameClaimAsId] = [link(statement.parentId), link(statement.sameClaimAsId)];
      const derivedFromId = link(statement.derivedFromId);
      const isLinked =
        parentId === statement.parentId &&
        sameClaimAsId === statement.sameClaimAsId &&
        derivedFromId === statement.derivedFromId;
      // Nearly always; and then a copy would be one of a million.
      if (isLinked && words.isExact && options.fields === null) return statement;
      return {
        ...statement,
        id: words.id(statement.id),
        assignmentId: words.id(statement.assignmentId),
        fields: askedFor(statement.fields, options.fields),
        ...{ parentId, sameClaimAsId, derivedFromId },
        createdAt: words.time(statement.createdAt),
        updatedAt: words.time(statement.updatedAt),
      };
    }),
    origins: originsOf(held, stored, words),
    rulings,
    comments: options.withComments
      ? stored.comments
          // What is said of a statement or a ruling that is not in the dataset would tell of it.
          .filter(({ statementId, rulingId }) => statementId === null || (ids.has(statementId) && rulingId !== null))
          .filter(({ rulingId }) => rulingId === null || rulingIds.has(words.id(rulingId)))
          .map(({ authorId, ...comment }) => ({
            ...comment,
            id: words.id(comment.id),
            statementId: comment.statementId && words.id(comment.statementId),
            rulingId: comment.rulingId && words.id(comment.rulingId),
            threadId: comment.threadId && words.id(comment.threadId),
            memberIds: comment.memberIds?.map(words.id) ?? null,
            author: words.person(authorId),
            createdAt: words.time(comment.createdAt),
            editedAt: time(comment.editedAt),
            resolvedAt: time(comment.resolvedAt),
          }))
      : [],
    groups: kinds.includes("adjudication")
      ? stored.groups.map((group) => ({
          id: words.id(group.id),
          documentId: group.documentId,
          memberIds: group.memberIds.map(words.id),
          batchId: words.id(group.batchId),
          createdAt: words.time(group.createdAt),
        }))
      : [],
  };
}

const LAYERS = ["annotation", "adjudication", "suggestion"];

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function askedFor(fields: Statement["fields"], asked: ReadonlySet<string> | null): Statement["fields"] {
  return asked === null ? fields : Object.fromEntries(Object.entries(fields).filter(([key]) => asked.has(key)));
}

/** Where statements that were suggested come from; what a suggestion is says the same of itself. */
function originsOf(
  held: readonly StoredStatement[],
  { assignments, statements }: Pick<DocumentRows, "assignments" | "statements">,
  words: DatasetWords,
): ReadonlyMap<string, Origin> {
  const origins = new Map<string, Origin>();
  const agentOf = new Map(assignments.filter(({ kind }) => kind === "suggestion").map((row) => [row.id, row]));
  if (agentOf.size === 0) return origins;
  const suggested = [...agentOf.keys()].flatMap((id) => statements.get(id) ?? []);
  const suggestions = new Map(suggested.map((stored) => [stored.statement.id, stored]));
  for (const { statement } of held) {
    const { statement: suggestion, ...kept } =
      suggestions.get(statement.derivedFromId ?? "") ?? suggestions.get(statement.id) ?? NOT_SUGGESTED;
    const agent = suggestion && agentOf.get(suggestion.assignmentId);
    if (!suggestion || !agent) continue;
    origins.set(words.id(statement.id), {
      suggestionId: words.id(suggestion.id),
      agent: agent.agentName ?? "",
      version: agent.agentVersion ?? "",
      score: kept.score,
      reason: kept.reason,
      changed: suggestion.id !== statement.id && !keepsSuggestion(contentOf(statement), contentOf(suggestion)),
    });
  }
  return origins;
}

const NOT_SUGGESTED = { statement: null, score: null, reason: null };

function describeRulings(
  { assignments, statements, rulings, groups }: Omit<DocumentRows, "documents">,
  { words, codebook }: ComposeOptions,
): DatasetRuling[] {
  if (rulings.length === 0) return [];
  const readings = assignments
    .filter(({ kind }) => kind === "annotation")
    .map(({ id }) => ({
      assignmentId: id,
      statements: (statements.get(id) ?? []).map(({ statement }) => statement),
    }));
  const memberIds = groups.map((group) => group.memberIds);
  const clusterOf = clusterOfStatement(findClusters(readings, codebook, memberIds));
  const revisions = new Map(readings.flatMap((reading) => reading.statements.map((one) => [one.id, one.revision])));
  const readers = new Map(assignments.map((row) => [row.id, row]));
  const readerOf = new Map(
    [...statements].flatMap(([id, own]) => own.map(({ statement }) => [statement.id, readers.get(id)] as const)),
  );
  return rulings.map((row) => {
    const { changes: _told, ...ruling } = toRuling(row, clusterOf, revisions);
    const mapped = (id: string) => (id === "edited" ? id : words.id(id));
    return {
      ...ruling,
      id: words.id(ruling.id),
      memberIds: ruling.memberIds.map(words.id),
      provenance: Object.fromEntries(Object.entries(ruling.provenance).map(([part, from]) => [part, mapped(from)])),
      goldStatementId: ruling.goldStatementId && words.id(ruling.goldStatementId),
      batchId: ruling.batchId && words.id(ruling.batchId),
      updatedAt: words.time(ruling.updatedAt),
      adjudicator: words.person(row.actorId),
      takenFrom: Object.fromEntries(
        Object.entries(ruling.provenance).flatMap(([part, from]) => {
          const reader = readerOf.get(from);
          return reader ? [[part, words.annotator(reader)]] : [];
        }),
      ),
      memberRevisions: Object.fromEntries(
        Object.entries(row.memberRevisions as Record<string, number>).map(([id, revision]) => [words.id(id), revision]),
      ),
      createdAt: words.time(row.createdAt.toISOString()),
    };
  });
}
