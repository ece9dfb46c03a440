import { setImmediate as othersFirst } from "node:timers/promises";
import { expertCoefficients } from "@/domain/agreement/expert-coefficients";
import { overallAgreement } from "@/domain/agreement/project-agreement";
import { segmentsOf, type UnitizingParts, unitizingParts } from "@/domain/agreement/unitizing-totals";
import type { AgreementQuery, CoefficientList } from "@/domain/contract/agreement";
import type { Actor } from "@/server/auth/actor";
import { heldOf } from "./held-document";
import { keptTotals } from "./kept-totals";
import { type OpenAgreement, openAgreement } from "./open-agreement";
import { holdStatements, readStatistics } from "./read-statistics";
import type { SelectedDocument } from "./select-passes";

/** Every coefficient of every attribute. Errors: 404, 403 for annotators, 409 no_codebook. */
export async function listCoefficients(
  actor: Actor,
  projectId: string,
  query: AgreementQuery,
): Promise<CoefficientList> {
  return describeCoefficients(await openAgreement(actor, projectId, query));
}

/** The coefficients of what was opened. */
export async function describeCoefficients(opening: OpenAgreement): Promise<CoefficientList> {
  const { project, readings, selected, attributes, codebook } = opening;
  const shared = selected.filter(({ passes }) => passes.length >= 2);
  await holdStatements(
    project.id,
    readings,
    shared.map(({ document }) => document),
  );
  const statistics = await readStatistics(project.id, readings, selected, { attributes, version: codebook.version });
  const unitizing = new Map<string, UnitizingParts[]>();
  for (const { key } of attributes) unitizing.set(key, await listUnitizing(shared, key));
  const totals = keptTotals({ id: project.id, version: codebook.version }, attributes, statistics);
  const agreement = overallAgreement(statistics, { attributes, labels: 0, confusions: 0 }, totals);
  const documents = statistics.filter(({ annotators }) => annotators.length >= 2);
  const items = totals.attributes.flatMap((sums, at) => {
    const { key } = sums.attribute;
    const own = agreement.attributes[at];
    if (!own) return [];
    const { finished } = totals;
    const input = { agreement: own, totals: sums, documents, unitizing: unitizing.get(key) ?? [], finished };
    return [{ key, name: readings.names.attribute(key), coefficients: expertCoefficients(input) }];
  });
  return { items };
}

/** Documents after which others have their turn: in a large project this takes seconds. */
const STEP = 50;

async function listUnitizing(documents: readonly SelectedDocument[], key: string): Promise<UnitizingParts[]> {
  const parts: UnitizingParts[] = [];
  for (const [at, { document, passes }] of documents.entries()) {
    if (at % STEP === 0) await othersFirst();
    const statements = heldOf(document).statements;
    const segments = passes.map(({ assignmentId }) => segmentsOf(statements?.get(assignmentId) ?? [], key));
    parts.push(unitizingParts(document.summary.length, segments));
  }
  return parts;
}
