import type { Codebook } from "@/domain/codebook/codebook";
import type { Recoded, RecodeInput } from "@/domain/contract/recode";
import type { SearchQuery } from "@/domain/contract/search";
import type { RecodeChange } from "@/domain/recode/recode-change";
import { partOfField, readPart } from "@/domain/review/gold-parts";
import { StatementContent } from "@/domain/statement/statement";
import type * as rows from "@/prisma/generated/sqlite/client";
import type { Prisma } from "@/prisma/generated/sqlite/client";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database, type Tx } from "@/server/database/client";
import { type RulingBasis, writeRulingBases } from "@/server/database/write-ruling-bases";
import { announceChange } from "@/server/events/change-feed";
import { conflict } from "@/server/http-error";
import { pseudonym } from "@/server/pseudonym";
import { nameSet, planFound } from "@/server/queries/recode/plan-found";
import { performOnce } from "../perform-once";
import { holdGold } from "./hold-gold";
import { planRecode } from "./plan-recode";
import { readInSteps } from "./read-in-steps";
import type { RecodedStatements } from "./recoded-statements";
import { type GoldRewrite, writeRecoded } from "./write-recoded";

/** Thousands of statements, each with its event. */
export const RECODE_MS = 120_000;

/**
 * Changes gold statements as the preview said, all of them or none. Readings are never changed by it, nor does a ruling go
 * out of date: what it says of the changed part is that somebody edited it. Errors: 404, 403 for annotators, 409
 * statements_changed or preview_changed, 422 too_many_found.
 */
export async function recodeGold(actor: Actor, projectId: string, input: RecodeInput): Promise<Recoded> {
  const { operationId, id, change, found, reason } = input;
  let revisions = input.revisions ?? {};
  const operation = { actor, operationId, action: "gold.recoded", subjectType: "recode", subjectId: id } as const;
  let touched: string[] = [];
  const answer = await performOnce(
    operation,
    async (tx, now) => {
      const { project } = await openProject(tx, actor, projectId, "gold.recode");
      const statementIds = Object.keys(revisions);
      await holdGold(tx, projectId, statementIds, now);
      const planned = await planRecode(tx, actor, { projectId, change, statementIds, now });
      const isSeen = planned.every(({ before }) => before.revision === revisions[before.id]);
      if (planned.length < statementIds.length || !isSeen) {
        throw conflict(
          "statements_changed",
          "Some of these statements were changed meanwhile; look at the preview again.",
        );
      }
      const rewrites = planned.flatMap(({ before, codebook, recoded }): GoldRewrite[] =>
        recoded.outcome === "changed" ? [{ before, content: recoded.content, codebook }] : [],
      );
      if (rewrites.length < planned.length) {
        throw conflict("preview_changed", "Not all of these statements can be changed so; look at the preview again.");
      }
      const context = { projectId, actor: pseudonym(project, actor.userId), now };
      const written = await writeRecoded(tx, context, rewrites);
      const rulings = await rulingsOf(tx, statementIds);
      const statements: RecodedStatements = [];
      const bases: RulingBasis[] = [];
      for (const [index, rewrite] of rewrites.entries()) {
        const step = written[index];
        if (!step) throw new RangeError(`rewrite ${index} of ${rewrites.length} was not written`);
        const ruling = rulings.get(rewrite.before.id);
        if (ruling) bases.push(basisAfter(ruling, change, rewrite));
        const told = ruling && { id: ruling.id, provenance: ruling.provenance, bases: ruling.bases };
        statements.push({ ...step, ruling: told ?? null });
      }
      await writeRulingBases(tx, bases, now);
      const row = { id, projectId, change, reason, statements: statements as Prisma.InputJsonArray };
      await tx.recode.create({ data: { ...row, actorId: actor.userId, createdAt: now } });
      touched = [...new Set(rewrites.map(({ before }) => before.assignmentId))];
      const before = { change, reason, statementIds: written.map((one) => one.statementId) };
      return { project, before, answer: { id, statements: written.length } };
    },
    {
      timeout: RECODE_MS,
      async prepare() {
        if (found) revisions = await revisionsFound(actor, projectId, { found, change, set: input.set });
      },
    },
  );
  for (const assignmentId of touched) announceChange({ projectId, subjectType: "statement", assignmentId });
  return answer;
}

/** Of all the gold that a search finds now those that would be changed, if it is what the preview was of. */
async function revisionsFound(
  actor: Actor,
  projectId: string,
  { found, change, set }: Pick<RecodeInput, "change" | "set"> & { found: SearchQuery },
): Promise<Record<string, number>> {
  await openProject(database(), actor, projectId, "gold.recode");
  const planned = await planFound(actor, projectId, { found, change, now: new Date() });
  if (nameSet(planned) !== set) {
    throw conflict(
      "preview_changed",
      "The search finds other statements than in the preview, or some were changed meanwhile; look at the preview again.",
    );
  }
  const changed = planned.filter(({ recoded }) => recoded.outcome === "changed");
  if (changed.length === 0) throw conflict("preview_changed", "Nothing of it would be changed.");
  return Object.fromEntries(changed.map(({ before }) => [before.id, before.revision]));
}

/** The live rulings by their gold statement. */
async function rulingsOf(tx: Tx, statementIds: readonly string[]): Promise<Map<string, rows.Ruling>> {
  const found = await readInSteps(statementIds, (some) =>
    tx.ruling.findMany({ where: { goldStatementId: { in: some }, deletedAt: null } }),
  );
  return new Map(found.flatMap((ruling) => (ruling.goldStatementId ? [[ruling.goldStatementId, ruling]] : [])));
}

/** What the changed part rests on from now on: a member that has it so, or nobody. */
function basisAfter(ruling: rows.Ruling, change: RecodeChange, { content, codebook }: GoldRewrite): RulingBasis {
  const part = partOf(change, codebook.content);
  const members = Object.entries((ruling.memberContents ?? {}) as Record<string, unknown>);
  const wanted = readPart(content, part, codebook.content);
  const same = members.find(([, member]) => {
    const read = StatementContent.safeParse(member);
    return read.success && readPart(read.data, part, codebook.content) === wanted;
  });
  return {
    id: ruling.id,
    provenance: { ...(ruling.provenance as Prisma.InputJsonObject), [part]: same?.[0] ?? "edited" },
    bases: { ...((ruling.bases ?? {}) as Prisma.InputJsonObject), [part]: same ? "adjudicated" : "edited" },
  };
}

function partOf(change: RecodeChange, codebook: Codebook): string {
  switch (change.kind) {
    case "speaker":
      return "speaker";
    case "answer":
      return partOfField(codebook, change.field);
    case "stance":
    case "target":
      return "stance";
  }
}
