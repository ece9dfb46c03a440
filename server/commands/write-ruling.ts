import { v7 as uuid } from "uuid";
import type { CodebookVersion } from "@/domain/codebook/codebook";
import type { Ruling, RulingInput, RulingSaved } from "@/domain/contract/review";
import { listBases, traceParts } from "@/domain/review/gold-bases";
import type { Strategy } from "@/domain/review/propose";
import { clusterOfStatement } from "@/domain/review/settles";
import { contentOf } from "@/domain/statement/content";
import type { Statement, StatementContent } from "@/domain/statement/statement";
import type * as rows from "@/prisma/generated/sqlite/client";
import type { Prisma } from "@/prisma/generated/sqlite/client";
import type { Actor } from "@/server/auth/actor";
import type { Tx } from "@/server/database/client";
import { invalid } from "@/server/http-error";
import { type ReviewState, readReviewState, settledIds, toRuling } from "@/server/queries/read-readings";
import { currentCodebook } from "@/server/rows/codebook-of";
import { problemsOf } from "./check-content";
import { insertStatement } from "./write-statement";

interface RulingWrite {
  document: rows.Document;
  codebook: CodebookVersion;
  actor: Actor;
  state: ReviewState;
  input: Omit<RulingInput, "operationId" | "replaces">;
  now: Date;
  /** What settles clusters without a person looking at each, and the operation that does. */
  batch?: { id: string; by: Strategy };
  /** Parts that a model decided. */
  modelled?: readonly string[];
}

/** Inserts a ruling with its gold statement and withdraws what it replaces. */
export async function writeRuling(tx: Tx, write: RulingWrite): Promise<{ saved: RulingSaved; replaced: Ruling[] }> {
  const { document, codebook, actor, state, input, now, batch, modelled } = write;
  const memberIds = Object.keys(input.members).sort();
  const replaced = rulingsOn(state, input);
  for (const ruling of replaced) await withdraw(tx, ruling, now);
  const gold = input.gold && (await writeGold(tx, document, codebook, input, input.gold));
  const members = state.readings
    .flatMap(({ statements }) => statements)
    .filter(({ id }) => id in input.members)
    .map((statement) => ({ id: statement.id, content: contentOf(statement) }));
  const by = batch?.by ?? (input.proposed ? "majority" : null);
  const origin = gold && { content: contentOf(gold), members, readings: state.readings.length, by, modelled };
  const row = await tx.ruling.create({
    data: {
      id: input.id,
      documentId: document.id,
      memberIds,
      memberRevisions: input.members,
      memberContents: Object.fromEntries(members.map(({ id, content }) => [id, content])) as Prisma.InputJsonObject,
      bases: origin ? listBases(origin, codebook.content) : {},
      batchId: batch?.id ?? null,
      decision: input.decision,
      provenance: origin ? traceParts(origin, input.provenance, codebook.content) : {},
      reason: input.reason,
      goldStatementId: gold?.id ?? null,
      actorId: actor.userId,
    },
  });
  const ruling = toRuling(row, clusterOfStatement(state.clusters), new Map(Object.entries(input.members)));
  return { saved: { ruling, gold }, replaced };
}

/** The live rulings on any of these statements, which a new ruling replaces. */
export function rulingsOn(
  { rulings }: Pick<ReviewState, "rulings">,
  { members }: Pick<RulingInput, "members">,
): Ruling[] {
  return rulings.filter((ruling) => ruling.memberIds.some((id) => id in members));
}

/** Tombstones a ruling and the gold statement it made. */
export async function withdraw(tx: Tx, ruling: Pick<Ruling, "id" | "goldStatementId">, now: Date): Promise<void> {
  await tx.ruling.update({ where: { id: ruling.id }, data: { deletedAt: now, revision: { increment: 1 } } });
  if (!ruling.goldStatementId) return;
  await tx.statement.updateMany({
    where: { id: ruling.goldStatementId, deletedAt: null },
    data: { deletedAt: now, revision: { increment: 1 } },
  });
}

/** Puts a withdrawn ruling back, with its gold statement. */
export async function restore(tx: Tx, ruling: Pick<Ruling, "id" | "goldStatementId">): Promise<void> {
  await tx.ruling.update({ where: { id: ruling.id }, data: { deletedAt: null, revision: { increment: 1 } } });
  if (!ruling.goldStatementId) return;
  await tx.statement.updateMany({
    where: { id: ruling.goldStatementId, deletedAt: { not: null } },
    data: { deletedAt: null, revision: { increment: 1 } },
  });
}

/** The document's gold assignment is finished when each cluster is settled, and open again when one is not. */
export async function settle(
  tx: Tx,
  project: rows.Project,
  documentId: string,
  codebook: CodebookVersion,
  now: Date,
): Promise<void> {
  const state = await readReviewState(tx, project, documentId, codebook);
  const settled = settledIds(state);
  const whole = state.clusters.every((cluster) => settled.has(cluster.id));
  await tx.assignment.updateMany({
    where: { documentId, kind: "adjudication", state: whole ? "in_progress" : "submitted" },
    data: { state: whole ? "submitted" : "in_progress", submittedAt: whole ? now : null, revision: { increment: 1 } },
  });
  if (!whole) return;
  // From now on each annotator may see how their statements were ruled; see reopenAssignment.
  await tx.assignment.updateMany({
    where: { documentId, kind: "annotation", state: "submitted", rulingsOpenedAt: null },
    data: { rulingsOpenedAt: now },
  });
}

async function writeGold(
  tx: Tx,
  document: rows.Document,
  codebook: CodebookVersion,
  { members, provenance }: Pick<RulingInput, "members" | "provenance">,
  gold: { id: string; content: StatementContent },
): Promise<Statement> {
  const assignment = await goldAssignment(tx, document.id);
  const source = [provenance.content, provenance.all].find((id) => id && id in members) ?? Object.keys(members)[0];
  // What all readings missed comes from none of them.
  const derivedFrom = source ? await tx.statement.findUniqueOrThrow({ where: { id: source } }) : null;
  const links = derivedFrom ? await goldLinks(tx, document.id, derivedFrom) : { parentId: null, sameClaimAsId: null };
  const content = { ...gold.content, ...links };
  const check = {
    document,
    codebook: codebook.content,
    assignmentId: assignment.id,
    id: gold.id,
    content,
    previous: null,
  };
  const problems = await problemsOf(tx, check);
  if (problems.length > 0) {
    const errors = problems.map(({ path, message }) => ({ path: `gold.content.${path}`, message }));
    throw invalid("The gold statement is not whole.", errors, "invalid_statement");
  }
  const row = {
    id: gold.id,
    assignmentId: assignment.id,
    codebookVersionId: codebook.id,
    derivedFromId: derivedFrom?.id ?? null,
  };
  return insertStatement(tx, row, codebook.content, content);
}

/**
 * Makes one who rules on a document wait for the one who is ruling on it, until that transaction has ended: what is read
 * of the review afterwards is what stands. Its row is the document's gold assignment, made here: reading never writes.
 */
export async function holdReview(tx: Tx, documentId: string, now: Date): Promise<void> {
  const key = { documentId, kind: "adjudication", holder: "gold" };
  await tx.assignment.upsert({
    where: { documentId_kind_holder: key },
    update: { updatedAt: now },
    create: { id: uuid(), ...key, state: "in_progress" },
  });
}

/** Of a review that is held. */
function goldAssignment(tx: Tx, documentId: string): Promise<rows.Assignment> {
  const key = { documentId, kind: "adjudication", holder: "gold" };
  return tx.assignment.findUniqueOrThrow({ where: { documentId_kind_holder: key } });
}

/**
 * Links are the program's to carry over: a reading's name statements of that reading, gold's name the gold statements that
 * were ruled from those, where there are any.
 */
async function goldLinks(tx: Tx, documentId: string, member: Pick<rows.Statement, "parentId" | "sameClaimAsId">) {
  const rulings = await tx.ruling.findMany({ where: { documentId, deletedAt: null, goldStatementId: { not: null } } });
  const goldOf = (id: string | null) =>
    id === null
      ? null
      : (rulings.find((ruling) => (ruling.memberIds as string[]).includes(id))?.goldStatementId ?? null);
  return { parentId: goldOf(member.parentId), sameClaimAsId: goldOf(member.sameClaimAsId) };
}

/**
 * After readings of a document changed: rulings may have gone out of date, or hold again. Waits for who is ruling on it;
 * a document that nobody ruled on is not touched.
 */
export async function settleAgain(tx: Tx, project: rows.Project, documentId: string, now: Date): Promise<void> {
  const key = { documentId, kind: "adjudication" };
  const { count } = await tx.assignment.updateMany({ where: key, data: { updatedAt: now } });
  if (count > 0) await settle(tx, project, documentId, await currentCodebook(tx, project.id), now);
}
