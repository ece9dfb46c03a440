import * as z from "zod";
import { FieldAnswers, type Statement } from "@/domain/statement/statement";
import { Span } from "@/domain/text/span";
import type * as rows from "@/prisma/generated/sqlite/client";
import { Prisma } from "@/prisma/generated/sqlite/client";
import type { Tx } from "@/server/database/client";

// A large project has ten thousand assignments and a hundred thousand statements: they are read by SQL of its own, column by
// column, and documents are named by their project or a hundred at a time.

export type QueueAssignment = Pick<
  rows.Assignment,
  "id" | "documentId" | "userId" | "state" | "revision" | "submittedAt" | "unblindedAt"
>;

/** The annotation assignments of a project that are not withdrawn, in the order they were finished. */
export function readQueueAssignments(tx: Tx, projectId: string): Promise<QueueAssignment[]> {
  return tx.$queryRaw`
    SELECT a."id", a."documentId", a."userId", a."state", a."revision", a."submittedAt", a."unblindedAt"
    FROM "Document" d JOIN "Assignment" a ON a."documentId" = d."id"
    WHERE d."projectId" = ${projectId} AND a."kind" = 'annotation' AND a."withdrawnAt" IS NULL
    ORDER BY a."submittedAt", a."id"`;
}

export interface QueueRuling {
  documentId: string;
  memberIds: string[];
  memberRevisions: Record<string, number>;
}

/** The rulings that stand in a project, without what they were made on. */
export async function readQueueRulings(tx: Tx, projectId: string): Promise<QueueRuling[]> {
  const found = await tx.$queryRaw<Record<keyof QueueRuling, string>[]>`
    SELECT r."documentId", CAST(r."memberIds" AS TEXT) AS "memberIds", CAST(r."memberRevisions" AS TEXT) AS "memberRevisions"
    FROM "Document" d JOIN "Ruling" r ON r."documentId" = d."id"
    WHERE d."projectId" = ${projectId} AND r."deletedAt" IS NULL`;
  return found.map(({ documentId, memberIds, memberRevisions }) => ({
    documentId,
    memberIds: JSON.parse(memberIds),
    memberRevisions: JSON.parse(memberRevisions),
  }));
}

/** What clusters are made of; the rest of a statement is not read. */
export type QueueStatement = Pick<
  Statement,
  "id" | "assignmentId" | "spans" | "speakerId" | "chain" | "stances" | "fields" | "confidence" | "revision"
>;

interface StoredStatement {
  id: string;
  assignmentId: string;
  speakerId: string | null;
  confidence: string;
  revision: number;
  start: number;
  spans: string;
  chain: string;
  fields: string;
}

type StoredStance = { statementId: string; targetId: string; value: string | null; basis: string | null };

const Spans = z.array(Span);
const Chain = z.array(z.uuid());

/** The live statements of the finished readings of documents, by assignment, each in reading order. */
export async function readQueueStatements(
  tx: Tx,
  documentIds: readonly string[],
): Promise<Map<string, QueueStatement[]>> {
  const finished = Prisma.sql`
    FROM "Assignment" a JOIN "Statement" s ON s."assignmentId" = a."id"`;
  const among = Prisma.sql`a."documentId" IN (${Prisma.join([...documentIds])})
    AND a."kind" = 'annotation' AND a."state" = 'submitted' AND s."deletedAt" IS NULL`;
  const stances = await tx.$queryRaw<StoredStance[]>`
    SELECT t."statementId", t."targetId", t."value", t."basis"
    ${finished} JOIN "StatementStance" t ON t."statementId" = s."id" WHERE ${among}
    ORDER BY t."statementId", t."position"`;
  const stancesOf = new Map<string, Statement["stances"]>();
  for (const { statementId, ...stance } of stances) {
    const held = stancesOf.get(statementId);
    if (held) held.push(stance);
    else stancesOf.set(statementId, [stance]);
  }
  const stored = await tx.$queryRaw<StoredStatement[]>`
    SELECT s."id", s."assignmentId", s."speakerId", s."confidence", s."revision", s."start",
      CAST(s."spans" AS TEXT) AS "spans", CAST(s."chain" AS TEXT) AS "chain", CAST(s."fields" AS TEXT) AS "fields"
    ${finished} WHERE ${among}`;
  stored.sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));
  const statements = new Map<string, QueueStatement[]>();
  for (const { id, assignmentId, speakerId, confidence, revision, ...json } of stored) {
    const statement: QueueStatement = {
      ...{ id, assignmentId, speakerId, revision },
      spans: Spans.parse(JSON.parse(json.spans)),
      chain: Chain.parse(JSON.parse(json.chain)),
      fields: FieldAnswers.parse(JSON.parse(json.fields)),
      stances: stancesOf.get(id) ?? [],
      confidence: confidence === "unsure" ? "unsure" : "sure",
    };
    const held = statements.get(assignmentId);
    if (held) held.push(statement);
    else statements.set(assignmentId, [statement]);
  }
  return statements;
}

export type KeptClustersRow = { documentId: string; fingerprint: string; clusters: string };

/** What is kept of the clusters of a project's documents. */
export function readKeptClusters(tx: Tx, projectId: string): Promise<KeptClustersRow[]> {
  return tx.$queryRaw`
    SELECT k."documentId", k."fingerprint", k."clusters"
    FROM "Document" d JOIN "KeptClusters" k ON k."documentId" = d."id"
    WHERE d."projectId" = ${projectId}`;
}

/** Keeps rows in the place of those that were kept of the same documents; at least one. */
export async function writeKeptClusters(tx: Tx, kept: readonly KeptClustersRow[]): Promise<void> {
  const values = kept.map((row) => Prisma.sql`(${row.documentId}, ${row.fingerprint}, ${row.clusters})`);
  await tx.$executeRaw`
    INSERT INTO "KeptClusters" ("documentId", "fingerprint", "clusters") VALUES ${Prisma.join(values)}
    ON CONFLICT ("documentId") DO UPDATE SET "fingerprint" = excluded."fingerprint", "clusters" = excluded."clusters"`;
}
