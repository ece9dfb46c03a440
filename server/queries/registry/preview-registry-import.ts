import type { RegistryReport, RegistryTableInput } from "@/domain/contract/registry-table";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { planTable } from "@/server/registry-table/plan-table";

/** What a table would do to the registry; nothing is written. Errors: 404, 403 for others than managers, 409 no_codebook. */
export async function previewRegistryImport(
  actor: Actor,
  projectId: string,
  input: RegistryTableInput,
): Promise<RegistryReport> {
  const db = database();
  await openProject(db, actor, projectId, "registry.edit");
  return (await planTable(db, projectId, input)).report;
}
