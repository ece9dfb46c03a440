import type { RegistryTableQuery } from "@/domain/contract/registry-table";
import { rowsToCsv } from "@/domain/formats/csv";
import { speakerCells, targetCells } from "@/domain/registry/csv/registry-rows";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { readWholeRegistry } from "@/server/bulk/read-whole-registry";
import { database } from "@/server/database/client";
import { download } from "@/server/download";

/** A list of the registry as CSV, merged and retired entries too, to be changed and imported again. Errors: 404. */
export async function exportRegistry(
  actor: Actor,
  projectId: string,
  { list, cells }: RegistryTableQuery,
  now: Date,
): Promise<Response> {
  const db = database();
  const { project } = await openProject(db, actor, projectId, "project.read");
  const { speakers, targets } = await readWholeRegistry(db, projectId);
  const rows = list === "speakers" ? speakerCells(speakers) : targetCells(targets);
  const about = { name: `${project.name} ${list}`, extension: "csv", type: "text/csv; charset=utf-8", now };
  return download(rowsToCsv(rows, { cells }), about);
}
