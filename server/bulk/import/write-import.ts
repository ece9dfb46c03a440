import type { Tx } from "@/server/database/client";
import { databaseSource } from "@/server/database/database-source";
import type { OpenedRows } from "@/server/database/insert-spooled";
import { insertPacked, packRows, type RowOf, type TableName } from "@/server/database/row-tables";
import type { Brought } from "./brought";
import type { PreparedImport } from "./prepare-import";

/** Writes a prepared import, within its transaction; gives what undoing has to take out besides documents and assignments. */
export async function writeImport(
  tx: Tx,
  projectId: string,
  prepared: PreparedImport,
  rows: OpenedRows,
): Promise<Brought> {
  const { registry, users, codebooks } = prepared;
  const insertRows = async <T extends TableName>(table: T, rows: readonly RowOf<T>[]) => {
    if (rows.length > 0) await insertPacked(tx, table, packRows(table, rows, databaseSource().kind));
  };
  const replaced = await removeReplaced(tx, projectId, prepared);
  await insertRows("User", users);
  await insertRows("CodebookVersion", codebooks);
  await insertRows("Speaker", registry.speakers);
  await insertRows("SpeakerAlias", registry.aliases);
  await insertRows("Affiliation", registry.affiliations);
  await insertRows("Target", registry.targets);
  await insertRows("TargetAlias", registry.targetAliases);
  await insertRows("TargetPlace", registry.targetPlaces);
  await insertRows("SpeakerDistinction", registry.distinctions.speakers);
  await insertRows("TargetDistinction", registry.distinctions.targets);
  await rows.insertInto(tx);
  for (const [id, replacesId] of prepared.replacements)
    await tx.document.update({ where: { id }, data: { replacesId } });
  return {
    users: users.map(({ id }) => String(id)),
    codebooks: codebooks.map(({ id }) => String(id)),
    speakers: registry.speakers.map(({ id }) => String(id)),
    targets: registry.targets.map(({ id }) => String(id)),
    replaced,
  };
}

/** Takes out what gives way in a project without articles, and keeps it for the undoing. */
async function removeReplaced(
  tx: Tx,
  projectId: string,
  { replacesCodebooks, registry }: PreparedImport,
): Promise<Brought["replaced"]> {
  const codebooks = replacesCodebooks ? await tx.codebookVersion.findMany({ where: { projectId } }) : [];
  const fixed = await tx.speaker.findMany({
    where: { projectId, id: { in: registry.replacedFixed } },
    include: { aliases: true },
  });
  await tx.codebookVersion.deleteMany({ where: { id: { in: codebooks.map(({ id }) => id) } } });
  await tx.speaker.deleteMany({ where: { id: { in: fixed.map(({ id }) => id) } } });
  return JSON.parse(JSON.stringify({ codebooks, speakers: fixed }));
}
