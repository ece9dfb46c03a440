import type { UnitsQuery } from "@/domain/contract/agreement";
import { rowsToCsv } from "@/domain/formats/csv";
import { listUnitRows } from "@/domain/formats/unit-rows";
import type { Actor } from "@/server/auth/actor";
import { download } from "@/server/download";
import { forbidden } from "@/server/http-error";
import { openAgreement } from "./open-agreement";
import { readStatistics } from "./read-statistics";

/**
 * The units × annotators table behind the figures as CSV, annotators by pseudonym. Errors: 404, 403 for annotators, and
 * for reviewers where the project hides from them who made which pass.
 */
export async function exportUnits(actor: Actor, projectId: string, query: UnitsQuery): Promise<Response> {
  const { project, readings, selected, attributes, codebook, isMasked } = await openAgreement(actor, projectId, query);
  if (isMasked) {
    throw forbidden("This project hides from reviewers who made which pass; its manager can download the table.");
  }
  const titles = new Map(selected.map(({ document }) => [document.summary.id, document.summary.title]));
  const rows = listUnitRows(
    await readStatistics(projectId, readings, selected, { attributes, version: codebook.version }),
    attributes,
    (documentId) => titles.get(documentId) ?? "",
  );
  return download(rowsToCsv(rows, query), {
    name: `${project.name} units by annotator`,
    extension: "csv",
    type: "text/csv; charset=utf-8",
    now: new Date(),
  });
}
