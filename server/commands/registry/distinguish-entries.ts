import type {
  DistinctionInput,
  DistinctionWithdrawal,
  EntryDistinction,
  RegistryListName,
} from "@/domain/contract/registry-entries";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { performOnce } from "@/server/commands/perform-once";
import type { Tx } from "@/server/database/client";
import { holdProject } from "@/server/events/append-event";
import { conflict, invalid, notFound } from "@/server/http-error";
import { subjectOf } from "./entries";

/**
 * Keeps that two entries of a list are not the same, so that they are not proposed for merging again. Said twice, it is kept
 * once. Errors: 404, 403 for others than managers, 409 id_taken, 422 unknown_entry.
 */
export function distinguishEntries(
  actor: Actor,
  projectId: string,
  { operationId, id, list, firstId: one, secondId: other }: DistinctionInput,
): Promise<EntryDistinction> {
  const [firstId, secondId] = one < other ? [one, other] : [other, one];
  const subjectType = subjectOf[list];
  const action = `${subjectType}.distinguished` as const;
  const operation = { actor, operationId, action, subjectType, subjectId: firstId };
  return performOnce(operation, async (tx) => {
    const { project } = await openProject(tx, actor, projectId, "registry.edit");
    await holdProject(tx, projectId);
    const named = { where: { projectId, id: { in: [firstId, secondId] } } };
    const known = await (list === "speakers" ? tx.speaker.count(named) : tx.target.count(named));
    if (known !== 2) throw invalid("Name two speakers, or two targets, of this project.", [], "unknown_entry");
    const pair = { firstId, secondId };
    const held = await distinctionsOf(tx, list).findFirst({ where: pair });
    if (!held && (await distinctionsOf(tx, list).count({ where: { id } })) > 0) {
      throw conflict("id_taken", "Something with this id exists already; make a new one.");
    }
    if (!held) await distinctionsOf(tx, list).create({ data: { id, projectId, ...pair } });
    return { project, before: null, answer: { distinctionId: held?.id ?? id, ...pair } };
  });
}

/** Takes it back: the two may be proposed again. Errors: 404, 403 for others than managers. */
export function withdrawDistinction(
  actor: Actor,
  { projectId, distinctionId }: { projectId: string; distinctionId: string },
  { operationId, list }: DistinctionWithdrawal,
): Promise<EntryDistinction> {
  const subjectType = subjectOf[list];
  const action = `${subjectType}.distinction_withdrawn` as const;
  const operation = { actor, operationId, action, subjectType, subjectId: distinctionId };
  return performOnce(operation, async (tx) => {
    const { project } = await openProject(tx, actor, projectId, "registry.edit");
    const row = await distinctionsOf(tx, list).findFirst({ where: { id: distinctionId, projectId } });
    if (!row) throw notFound();
    // Somebody else may have taken it back at the same moment.
    await distinctionsOf(tx, list).deleteMany({ where: { id: distinctionId } });
    const answer = { distinctionId, firstId: row.firstId, secondId: row.secondId };
    return { project, before: answer, answer };
  });
}

/** The table of a list: both have the same columns. */
function distinctionsOf(tx: Tx, list: RegistryListName): Tx["speakerDistinction"] {
  return list === "speakers" ? tx.speakerDistinction : (tx.targetDistinction as unknown as Tx["speakerDistinction"]);
}
