import type { ConsistencyQuery } from "@/domain/contract/consistency";
import { rowsToCsv } from "@/domain/formats/csv";
import type { Actor } from "@/server/auth/actor";
import { download } from "@/server/download";
import { chosen, namesIn, readFindings, withStatements } from "./get-consistency";

/** Findings read at a time. */
const STEP = 100;
const HEAD = [
  ...[
    "finding",
    "rule",
    "statement_id",
    "layer",
    "annotator",
    "document_id",
    "title",
    "published",
    "speaker",
    "stances",
  ],
  ...["before", "content", "after", "named", "days_apart", "right_because", "right_by"],
];

/** Findings as CSV for spreadsheets: a row per statement, those of one finding with the same number. Errors as getConsistency. */
export async function exportConsistency(
  actor: Actor,
  projectId: string,
  query: ConsistencyQuery,
  now: Date,
): Promise<Response> {
  const { open, findings } = await readFindings(actor, projectId, query);
  const wanted = chosen(findings, query);
  async function* rows(): AsyncGenerator<string> {
    yield* rowsToCsv([HEAD], { cells: "spreadsheet" });
    for (let from = 0; from < wanted.length; from += STEP) {
      const step = await withStatements(actor, open, wanted.slice(from, from + STEP));
      const names = await namesIn(step.map(({ facts }) => facts));
      const cells = step.flatMap(({ rule, facts, statements, answer }, index) =>
        statements.map((one) => [
          ...[from + index + 1, rule, one.id, one.layer, one.annotator, one.documentId, one.title, one.published],
          ...[one.speaker, one.stances.map(({ target, value }) => `${value ?? "?"}: ${target}`).join("; ")],
          ...[one.before, one.match, one.after, facts.speakerIds.map((id) => names[id] ?? "?").join("; ")],
          ...[facts.days ?? null, answer?.reason ?? null, answer?.by ?? null],
        ]),
      );
      yield* rowsToCsv(cells, { cells: "spreadsheet" });
    }
  }
  return download(rows(), {
    name: `${open.project.name} consistency`,
    extension: "csv",
    type: "text/csv; charset=utf-8",
    now,
  });
}
