import type { Tx } from "@/server/database/client";
import { conflict } from "@/server/http-error";
import type { BroughtEntries } from "./brought-entries";
import { inParts, readStored, saysTheSame, writeStored } from "./stored-entries";

/**
 * Takes out what an import of a list added, and puts what it changed back as it was. Errors: 409 import_in_use as soon as
 * anybody named an entry it added, or changed one it added or changed.
 */
export async function undoEntries(tx: Tx, projectId: string, brought: BroughtEntries): Promise<void> {
  const { list, changed } = brought;
  const added = brought.added.map(({ row }) => row.id);
  const left = [...brought.added, ...changed.map(({ after }) => after)];
  const now = await readStored(
    tx,
    list,
    left.map(({ row }) => row.id),
  );
  for (const after of left) {
    const current = now.get(after.row.id);
    if (!current || !saysTheSame(current, after)) {
      throw inUse(`Somebody changed “${String(after.row.name)}”, which it brought, since`);
    }
  }
  const restored = changed.map(({ before, after }) => ({
    ...before,
    row: { ...before.row, revision: (now.get(after.row.id)?.row.revision ?? after.row.revision) + 1 },
  }));
  const gone = new Set(added);
  const use = await (list === "speakers" ? findSpeakerUse(tx, projectId, gone) : findTargetUse(tx, gone));
  if (use) throw inUse(use);
  await refuseLost(tx, projectId, list, restored);
  // First what points at entries that go; whatever then still does is somebody's later work.
  if (restored.length > 0) await writeStored(tx, list, restored);
  await refusePointed(tx, list, gone);
  for (const some of inParts(added)) {
    const where = { id: { in: some } };
    if (list === "speakers") {
      await tx.speaker.updateMany({ where, data: { organisationId: null, mergedIntoId: null } });
      await tx.affiliation.deleteMany({ where: { speakerId: { in: some } } });
    } else await tx.target.updateMany({ where, data: { mergedIntoId: null } });
  }
  for (const some of inParts(added)) {
    const where = { id: { in: some } };
    await (list === "speakers" ? tx.speaker.deleteMany({ where }) : tx.target.deleteMany({ where }));
  }
}

const inUse = (said: string) => conflict("import_in_use", `${said}: the import stays.`);

async function findSpeakerUse(tx: Tx, projectId: string, gone: ReadonlySet<string>): Promise<string | null> {
  for (const some of inParts([...gone])) {
    const among = { in: some };
    const named = await tx.statement.findFirst({ where: { speakerId: among }, include: { speaker: true } });
    if (named) return `“${named.speaker?.name}”, which it added, has statements`;
    const apart = await tx.speakerDistinction.count({ where: { OR: [{ firstId: among }, { secondId: among }] } });
    if (apart > 0) return "Somebody kept a speaker that it added apart from another";
  }
  if (gone.size === 0) return null;
  // On the way to a speaker they stand in no column of their own; most chains are one speaker.
  const chains = await tx.$queryRaw<{ chain: string }[]>`
    SELECT CAST(s."chain" AS TEXT) AS "chain" FROM "Statement" s JOIN "Assignment" a ON a."id" = s."assignmentId"
    JOIN "Document" d ON d."id" = a."documentId"
    WHERE d."projectId" = ${projectId} AND CAST(s."chain" AS TEXT) LIKE '%,%'`;
  const inChain = chains.some(({ chain }) => (JSON.parse(chain) as string[]).some((id) => gone.has(id)));
  return inChain ? "A speaker that it added stands in the chain of a statement" : null;
}

async function findTargetUse(tx: Tx, gone: ReadonlySet<string>): Promise<string | null> {
  for (const some of inParts([...gone])) {
    const among = { in: some };
    const named = await tx.statementStance.findFirst({ where: { targetId: among }, include: { target: true } });
    if (named) return `Statements take a stance on “${named.target.name}”, which it added`;
    const apart = await tx.targetDistinction.count({ where: { OR: [{ firstId: among }, { secondId: among }] } });
    if (apart > 0) return "Somebody kept a target that it added apart from another";
  }
  return null;
}

/** Entries that stay and belong to, stand under or are merged into one that goes. */
async function refusePointed(tx: Tx, list: BroughtEntries["list"], gone: ReadonlySet<string>): Promise<void> {
  for (const some of inParts([...gone])) {
    const among = { in: some };
    const pointing =
      list === "speakers"
        ? [
            ...(await tx.speaker.findMany({ where: { OR: [{ organisationId: among }, { mergedIntoId: among }] } })),
            ...(await tx.affiliation.findMany({ where: { organisationId: among } })).map((one) => ({
              id: one.speakerId,
            })),
          ]
        : [
            ...(await tx.target.findMany({ where: { mergedIntoId: among } })),
            ...(await tx.targetPlace.findMany({ where: { broaderId: among } })).map((one) => ({ id: one.targetId })),
          ];
    if (pointing.some(({ id }) => !gone.has(id))) throw inUse("Another entry names one that it added");
  }
}

/** What entries pointed at, and their handles, may be gone or somebody else's by now. */
async function refuseLost(
  tx: Tx,
  projectId: string,
  list: BroughtEntries["list"],
  restored: BroughtEntries["changed"][number]["before"][],
): Promise<void> {
  const named = restored.flatMap(({ row, affiliations, broaderId }) => [
    ...[row.organisationId, row.mergedIntoId, broaderId].filter((id) => typeof id === "string"),
    ...affiliations.flatMap(({ organisationId }) => organisationId ?? []),
  ]);
  for (const some of inParts([...new Set(named)])) {
    const where = { id: { in: some } };
    const there = await (list === "speakers" ? tx.speaker.count({ where }) : tx.target.count({ where }));
    if (there < some.length) throw inUse("An entry that was named before it is gone");
  }
  if (list === "speakers") return;
  const own = new Set(restored.map(({ row }) => row.id));
  for (const some of inParts(restored.map(({ row }) => String(row.key)))) {
    const holders = await tx.target.findMany({ where: { projectId, key: { in: some } } });
    const other = holders.find(({ id }) => !own.has(id));
    if (other) throw inUse(`${other.key} is the handle of “${other.name}” by now`);
  }
}
