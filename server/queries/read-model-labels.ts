import { describeAttributes } from "@/domain/agreement/describe-attributes";
import { type ModelLabel, modelLabels } from "@/domain/agreement/model-labels";
import type { CodebookVersion } from "@/domain/codebook/codebook";
import type * as rows from "@/prisma/generated/sqlite/client";
import { perProcess } from "@/server/per-process";
import { type ProjectReadings, readProject } from "./agreement/project-readings";
import { readStatistics } from "./agreement/read-statistics";

/** Statement id -> attribute -> what a model makes of the statement's cluster. */
export type StatementModels = ReadonlyMap<string, ReadonlyMap<string, ModelLabel>>;

const kept = perProcess<WeakMap<ProjectReadings["documents"], { version: number; models: StatementModels }>>(
  "model-labels",
  () => new WeakMap(),
);

/**
 * What a model of the annotators proposes over all finished readings of a project. Kept as long as no reading changes:
 * rulings, which it leads to, do not. Not to be called within a transaction.
 */
export async function readModelLabels(project: rows.Project, codebook: CodebookVersion): Promise<StatementModels> {
  const readings = await readProject(project);
  const { documents } = readings;
  const known = kept.get(documents);
  if (known?.version === codebook.version) return known.models;
  const attributes = describeAttributes(codebook.content);
  const everyPass = [...documents.values()].map((document) => ({ document, passes: document.passes }));
  const statistics = await readStatistics(project.id, readings, everyPass, { attributes, version: codebook.version });
  const models = new Map<string, Map<string, ModelLabel>>();
  for (const attribute of attributes) {
    for (const [at, proposed] of modelLabels(statistics, attribute).entries()) {
      for (const [unit, label] of proposed.entries()) {
        if (!label) continue;
        for (const id of statistics[at]?.units[unit]?.statements ?? []) {
          if (id === null) continue;
          const own = models.get(id) ?? new Map<string, ModelLabel>();
          models.set(id, own.set(attribute.key, label));
        }
      }
    }
  }
  kept.set(documents, { version: codebook.version, models });
  return models;
}
