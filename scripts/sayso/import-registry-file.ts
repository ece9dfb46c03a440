import { readFileSync } from "node:fs";
import { v7 as uuid } from "uuid";
import type { RegistryListName } from "@/domain/contract/registry-entries";
import type { RegistryTableInput } from "@/domain/contract/registry-table";
import { ensureOwner } from "@/seeds/owner";
import { importRegistry } from "@/server/commands/registry/import-registry";
import { previewRegistryImport } from "@/server/queries/registry/preview-registry-import";
import { type Answer, UsageError } from "./command";
import type { ImportAsked } from "./import";
import { MACHINE } from "./machine";
import { sayCounts, sayGroup } from "./say-report";

/** Formats of files of the registry's lists, as `--format` names them. */
export const REGISTRY_FORMATS: Readonly<Record<string, RegistryListName>> = {
  ...{ "registry-speakers": "speakers", "registry-targets": "targets" },
};

/** A CSV file of speakers or targets into a project's registry, or what it would do. */
export async function importRegistryFile(
  { project, files, isDry, tell }: ImportAsked,
  list: RegistryListName,
  cells: RegistryTableInput["cells"],
): Promise<Answer> {
  const [file, ...others] = files;
  if (!file || others.length > 0) throw new UsageError("Name one CSV file of speakers or targets.");
  tell(`Reading ${file.name}`);
  const input = { list, cells, base64: readFileSync(file.path).toString("base64") };
  const { digest, ...report } = await previewRegistryImport(MACHINE, project.id, input);
  const value = { project, format: `registry-${list}`, ...report, import: null };
  const lines = [...report.groups.map(sayGroup), sayCounts(report.counts)];
  if (isDry || !report.importable) return { value, lines, isGood: report.importable };
  const made = await importRegistry(await ensureOwner(), project.id, {
    ...input,
    operationId: uuid(),
    id: uuid(),
    digest,
  });
  return {
    value: { ...value, import: made },
    lines: [...lines, `Imported into ${project.name}; the import is ${made.id}.`],
  };
}
