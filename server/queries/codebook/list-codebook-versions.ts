import type { CodebookVersion } from "@/domain/codebook/codebook";
import { diffCodebooks } from "@/domain/codebook/diff-codebooks";
import type { CodebookDiff, CodebookList } from "@/domain/contract/codebook";
import { may } from "@/domain/policy";
import { BLIND, openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database, type Tx } from "@/server/database/client";
import { notFound } from "@/server/http-error";
import { readShownCodebook } from "@/server/queries/read-shown-codebook";
import { toCodebookVersion } from "@/server/rows/work-rows";
import { CODED } from "./find-concerned";
import { readOpenEffects } from "./read-open-effects";

/** The versions of a project's codebook, newest first; whoever may see use reads how many statements each has. Errors: 404. */
export async function listCodebookVersions(actor: Actor, projectId: string): Promise<CodebookList> {
  const db = database();
  const { role } = await openProject(db, actor, projectId, "project.read");
  const rows = await db.codebookVersion.findMany({
    where: { projectId },
    select: { id: true, version: true, message: true, createdAt: true },
    orderBy: { version: "desc" },
  });
  const counts = may("codebook.readUse", role) ? await countStatements(db, actor, projectId) : null;
  const effects = may("codebook.edit", role) ? await countEffects(db, projectId) : null;
  return {
    items: rows.map(({ id, version, message, createdAt }) => ({
      ...{ id, version, message, publishedAt: createdAt.toISOString() },
      statements: counts && (counts.get(id) ?? 0),
      effects: effects && (effects.get(id) ?? { mapped: 0, asked: 0, open: 0 }),
    })),
  };
}

/** By version: what was mapped, asked, and is open. */
async function countEffects(
  db: Tx,
  projectId: string,
): Promise<Map<string, { mapped: number; asked: number; open: number }>> {
  const ofProject = { codebook: { projectId }, statement: { deletedAt: null, assignment: { withdrawnAt: null } } };
  const groups = await db.codebookEffect.groupBy({
    by: ["codebookVersionId", "outcome"],
    where: { ...ofProject, OR: [{ outcome: "asked" }, { settledAt: null }] },
    _count: true,
  });
  const open = await readOpenEffects(db, { assignment: { withdrawnAt: null, document: { projectId } } });
  const counts = new Map<string, { mapped: number; asked: number; open: number }>();
  for (const { codebookVersionId: id, outcome, _count } of groups) {
    const held = counts.get(id) ?? { mapped: 0, asked: 0, open: 0 };
    counts.set(id, { ...held, [outcome]: _count });
  }
  for (const { effect } of open) {
    const held = counts.get(effect.codebookVersionId);
    if (held) held.open += 1;
  }
  return counts;
}

/** By version; null while the caller has an article of the project to read blind, of which it would tell. */
async function countStatements(db: Tx, { userId }: Actor, projectId: string): Promise<Map<string, number> | null> {
  const blind = { userId, kind: "annotation", ...BLIND };
  if ((await db.assignment.count({ where: { ...blind, document: { projectId } } })) > 0) return null;
  const groups = await db.statement.groupBy({
    by: ["codebookVersionId"],
    where: { deletedAt: null, assignment: { kind: { in: CODED }, withdrawnAt: null, document: { projectId } } },
    _count: true,
  });
  return new Map(groups.map(({ codebookVersionId, _count }) => [codebookVersionId, _count]));
}

/** One version as the caller may read it. Errors: 404. */
export async function getCodebookVersion(actor: Actor, projectId: string, version: number): Promise<CodebookVersion> {
  const db = database();
  await openProject(db, actor, projectId, "project.read");
  return readShownCodebook(db, actor, await findVersion(db, projectId, version));
}

/** In what one version differs from another, in words. Errors: 404. */
export async function getCodebookDiff(
  actor: Actor,
  projectId: string,
  { from, to }: { from: number; to: number },
): Promise<CodebookDiff> {
  const before = await getCodebookVersion(actor, projectId, from);
  const after = await getCodebookVersion(actor, projectId, to);
  return { changes: diffCodebooks(before.content, after.content) };
}

async function findVersion(tx: Tx, projectId: string, version: number): Promise<CodebookVersion> {
  const row = await tx.codebookVersion.findUnique({ where: { projectId_version: { projectId, version } } });
  if (!row) throw notFound();
  return toCodebookVersion(row);
}
