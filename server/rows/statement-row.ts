import * as z from "zod";
import { FieldAnswers, type Statement, type StatementContent } from "@/domain/statement/statement";
import { Span } from "@/domain/text/span";
import type { Prisma } from "@/prisma/generated/sqlite/client";

/** What a statement's row must be read with to become a Statement. */
export const statementParts = {
  stances: { orderBy: { position: "asc" } },
  codebook: { select: { version: true } },
} as const satisfies Prisma.StatementInclude;

export type StatementRow = Prisma.StatementGetPayload<{ include: typeof statementParts }>;

const Spans = z.array(Span);
const Chain = z.array(z.uuid());

/** A row as the statement it stores. The JSON columns are parsed: a row that somebody damaged is an error, never a guess. */
export function toStatement(row: StatementRow): Statement {
  return {
    id: row.id,
    assignmentId: row.assignmentId,
    codebookVersion: row.codebook.version,
    spans: Spans.parse(row.spans),
    speakerId: row.speakerId,
    chain: Chain.parse(row.chain),
    stances: row.stances.map(({ targetId, value, basis }) => ({ targetId, value, basis })),
    fields: FieldAnswers.parse(row.fields),
    confidence: row.confidence === "unsure" ? "unsure" : "sure",
    ...(row.unsureComment && { unsureComment: row.unsureComment }),
    note: row.note,
    parentId: row.parentId,
    sameClaimAsId: row.sameClaimAsId,
    derivedFromId: row.derivedFromId,
    revision: row.revision,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** The columns a content is stored in; its stances have rows of their own. */
export function contentColumns(content: StatementContent) {
  const starts = content.spans.filter((span) => span.role === "content").map((span) => span.start);
  return {
    spans: content.spans,
    chain: content.chain,
    fields: content.fields,
    speakerId: content.speakerId,
    start: Math.min(...(starts.length > 0 ? starts : content.spans.map((span) => span.start))),
    confidence: content.confidence,
    unsureComment: content.unsureComment || null,
    note: content.note,
    parentId: content.parentId,
    sameClaimAsId: content.sameClaimAsId,
  };
}
