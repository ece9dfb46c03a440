import { v7 as uuid } from "uuid";
import { concerns } from "@/domain/codebook/apply-decisions";
import type { Codebook, CodebookVersion } from "@/domain/codebook/codebook";
import { type Effect, listEffects } from "@/domain/codebook/list-effects";
import { type Outcome, settleEffects } from "@/domain/codebook/settle-effects";
import type { CodebookPublished, PublishInput } from "@/domain/contract/codebook";
import { contentOf } from "@/domain/statement/content";
import type { Statement } from "@/domain/statement/statement";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database, type Tx } from "@/server/database/client";
import { holdProject } from "@/server/events/append-event";
import { announceChange } from "@/server/events/change-feed";
import { conflict } from "@/server/http-error";
import { pseudonym } from "@/server/pseudonym";
import { CODED, findConcerned } from "@/server/queries/codebook/find-concerned";
import { toCodebookDraft } from "@/server/rows/codebook-draft-row";
import { currentCodebook } from "@/server/rows/codebook-of";
import { readStatementRows } from "@/server/rows/read-statements";
import { toStatement } from "@/server/rows/statement-row";
import { toCodebookVersion } from "@/server/rows/work-rows";
import { performOnce } from "../perform-once";
import { writeNextVersion } from "../publish-codebook";
import { inSteps } from "../update-alike";
import { readPublishable } from "./read-publishable";
import { type Found, refuseUndecided, type Search } from "./refuse-undecided";
import { writeMapped } from "./write-mapped";

/** What was written within this time before the search may not have been committed when it ran: it is looked at again. */
const OVERLAP_MS = 10 * 60_000;

/**
 * Publishes the draft as the next version. Each change that concerns statements needs a decision: their answers are mapped,
 * as new revisions with their events, they stay, or their holders are asked to look again. Errors: 404, 403, 409
 * stale_revision, codebook_changed, nothing_to_publish or statements_changed, 422 codebook_problems, value_used or
 * decisions_missing.
 */
export async function publishDraft(actor: Actor, projectId: string, input: PublishInput): Promise<CodebookPublished> {
  const { operationId, id, message } = input;
  const operation = {
    actor,
    operationId,
    action: "codebook.published",
    subjectType: "codebook",
    subjectId: id,
  } as const;
  const search = await searchStatements(actor, projectId);
  let touched: string[] = [];
  const answer = await performOnce(operation, async (tx, now): Promise<Published> => {
    const { project } = await openProject(tx, actor, projectId, "codebook.edit");
    // Whoever writes a statement locks its assignment first and the project last: the same order here.
    for (const ids of inSteps(search.assignmentIds)) {
      await tx.assignment.updateMany({ where: { id: { in: ids } }, data: { updatedAt: now } });
    }
    await holdProject(tx, projectId);
    if (await tx.codebookVersion.findUnique({ where: { id } })) {
      throw conflict("id_taken", "Something with this id exists already; make a new one.");
    }
    const { published, content } = await readPublishable(tx, projectId, input.revision);
    const effects = listEffects(published.content, content);
    const statements = await readConcerned(tx, projectId, search, { content, effects });
    refuseUndecided(effects, { search, statements, content, decisions: input.decisions });
    const version = await writeNextVersion(tx, projectId, { id, message, content });
    const outcomes = await settle(tx, projectId, statements, { after: version, effects, decisions: input.decisions });
    const context = { projectId, actor: pseudonym(project, actor.userId), now };
    touched = await writeOutcomes(tx, context, version, outcomes);
    await tx.codebookDraft.delete({ where: { projectId } });
    const mapped = outcomes.filter((one) => one.mapped).length;
    const asked = outcomes.filter((one) => one.asked.length > 0).length;
    return {
      project,
      before: { codebookId: published.id, version: published.version, decisions: input.decisions },
      answer: { ...version, mapped, asked },
    };
  });
  for (const assignmentId of touched) announceChange({ projectId, subjectType: "statement", assignmentId });
  return answer;
}

type Published = { project: { id: string; pseudonymSecret: string }; before: unknown; answer: CodebookPublished };

/** Looks for concerned statements before the transaction, which nobody has to wait for. */
async function searchStatements(actor: Actor, projectId: string): Promise<Search> {
  const db = database();
  await openProject(db, actor, projectId, "codebook.edit");
  const at = new Date(Date.now() - OVERLAP_MS);
  const published = await currentCodebook(db, projectId);
  const { content } = toCodebookDraft(await db.codebookDraft.findUnique({ where: { projectId } }), published);
  const concerned = await findConcerned(projectId, content, listEffects(published.content, content));
  return {
    at,
    concerned,
    statementIds: [...new Set(concerned.flatMap(({ statementIds }) => statementIds))],
    assignmentIds: [...new Set(concerned.flatMap(({ assignmentIds }) => [...assignmentIds]))].sort(),
  };
}

/** The statements found before, and whatever was written since, as they are now. */
async function readConcerned(
  tx: Tx,
  projectId: string,
  { at, statementIds }: Search,
  { content, effects }: { content: Codebook; effects: readonly Effect[] },
): Promise<Found> {
  if (effects.length === 0) return { live: [], others: [] };
  const ofProject = { assignment: { document: { projectId } } };
  const since = await tx.statement.findMany({
    where: { ...ofProject, updatedAt: { gte: at } },
    select: { id: true },
  });
  const ids = [...new Set([...statementIds, ...since.map(({ id }) => id)])];
  const found: Found = { live: [], others: [] };
  for (const step of inSteps(ids)) {
    const coded = await tx.statement.findMany({
      where: { id: { in: step }, deletedAt: null, assignment: { kind: { in: CODED }, withdrawnAt: null } },
      select: { id: true },
    });
    const isCoded = new Set(coded.map(({ id }) => id));
    for (const row of await readStatementRows(tx, { id: { in: step } })) {
      const statement = toStatement(row);
      if (!effects.some((effect) => concerns(effect, content, statement))) continue;
      (isCoded.has(row.id) ? found.live : found.others).push(statement);
    }
  }
  return found;
}

type Settled = Outcome & { statement: Statement };

async function settle(
  tx: Tx,
  projectId: string,
  { live }: Found,
  {
    after,
    effects,
    decisions,
  }: { after: CodebookVersion; effects: readonly Effect[]; decisions: PublishInput["decisions"] },
): Promise<Settled[]> {
  if (live.length === 0) return [];
  const rows = await tx.codebookVersion.findMany({ where: { projectId } });
  const own = new Map(rows.map((row) => [row.version, toCodebookVersion(row).content]));
  return live.map((statement) => ({
    statement,
    ...settleEffects(contentOf(statement), {
      own: own.get(statement.codebookVersion) ?? after.content,
      ...{ after: after.content, effects, decisions },
    }),
  }));
}

/** Writes what is mapped and the list of what is asked; returns the assignments whose statements changed. */
async function writeOutcomes(
  tx: Tx,
  context: { projectId: string; actor: string; now: Date },
  version: CodebookVersion,
  outcomes: readonly Settled[],
): Promise<string[]> {
  const versions = await tx.codebookVersion.findMany({
    where: { projectId: context.projectId },
    select: { id: true, version: true },
  });
  const idOf = new Map(versions.map((one) => [one.version, one.id]));
  const rewrites = outcomes.flatMap(({ statement, mapped, moves }) => {
    if (!mapped) return [];
    const number = moves ? version.version : statement.codebookVersion;
    return [{ before: statement, content: mapped, codebook: { id: idOf.get(number) ?? version.id, version: number } }];
  });
  const written = new Map((await writeMapped(tx, context, rewrites)).map((one) => [one.statementId, one]));
  const data = outcomes.flatMap(({ statement, mappedBy, asked, mapped }) => {
    const row = { codebookVersionId: version.id, statementId: statement.id };
    const { operationId, revision } = written.get(statement.id) ?? {};
    return [
      ...(mapped ? [{ id: uuid(), ...row, outcome: "mapped", causes: mappedBy, operationId, revision }] : []),
      ...(asked.length > 0 ? [{ id: uuid(), ...row, outcome: "asked", causes: asked }] : []),
    ];
  });
  for (const step of inSteps(data)) await tx.codebookEffect.createMany({ data: step });
  return [...new Set(rewrites.map(({ before }) => before.assignmentId))];
}
