import type { Export } from "@/domain/contract/export";
import { openExport } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { toExport } from "@/server/rows/export-row";

/** How far an export is. Errors: 404. */
export async function getExport(actor: Actor, exportId: string): Promise<Export> {
  return toExport((await openExport(database(), actor, exportId, "project.read")).export);
}
