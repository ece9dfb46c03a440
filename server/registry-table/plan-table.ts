import { v7 as uuid } from "uuid";
import type { Target } from "@/domain/contract/registry";
import type { RegistryReport, RegistryTableInput } from "@/domain/contract/registry-table";
import type { DatasetSpeaker } from "@/domain/formats/dataset";
import { type RegistryPlan, rowLine } from "@/domain/registry/csv/plan-result";
import { planSpeakers } from "@/domain/registry/csv/plan-speakers";
import { planTargets } from "@/domain/registry/csv/plan-targets";
import { type FileTable, readTable } from "@/domain/registry/csv/read-table";
import { Reporter } from "@/server/bulk/import/import-report";
import { readWholeRegistry } from "@/server/bulk/read-whole-registry";
import type { Tx } from "@/server/database/client";
import { decodeText } from "@/server/import/decode-text";
import { ReadError } from "@/server/import/read-error";
import { currentCodebook } from "@/server/rows/codebook-of";

export interface PlannedTable {
  report: RegistryReport;
  speakers: Pick<RegistryPlan<DatasetSpeaker>, "added" | "changed">;
  targets: Pick<RegistryPlan<Target>, "added" | "changed">;
}

/** Rows of one file, at most. */
const MOST_ROWS = 50_000;
/** Ids asked for at a time: a query has only so many parameters. */
const ASKED = 500;

/** What a file would do to a list of a project's registry; nothing is written. Errors: 409 no_codebook. */
export async function planTable(tx: Tx, projectId: string, input: RegistryTableInput): Promise<PlannedTable> {
  const report = new Reporter();
  const table = readFile(input, report);
  const { speakers, targets } = await readWholeRegistry(tx, projectId);
  const { content: codebook } = await currentCodebook(tx, projectId);
  const { list } = input;
  const taken = await takenIds(tx, list, table);
  const ids = { newId: uuid, isFree: (id: string) => !taken.has(id) };
  const nothing = { added: [], changed: [] };
  const ofSpeakers = list === "speakers" ? planSpeakers(table, { current: speakers, codebook, ...ids }) : null;
  const ofTargets = list === "targets" ? planTargets(table, { current: targets, ...ids }) : null;
  const plan = ofSpeakers ?? ofTargets;
  for (const line of plan?.lines ?? []) report.add(line);
  report.count(list, plan?.added.length ?? 0);
  report.count(`${list}_changed`, plan?.changed.length ?? 0);
  const importable = !report.isStopped;
  return {
    report: { ...report.finish(), importable },
    speakers: ofSpeakers ?? nothing,
    targets: ofTargets ?? nothing,
  };
}

function readFile({ base64, cells }: RegistryTableInput, report: Reporter): FileTable {
  const nothing = { columns: [], rows: [] };
  try {
    const { text, note } = decodeText(Buffer.from(base64, "base64"), null);
    if (note) report.add(rowLine("changed", "encoding", { line: null, at: "" }, note));
    const table = readTable(text, cells);
    if (table.rows.length <= MOST_ROWS) return table;
    const message = `The table has ${table.rows.length} rows; ${MOST_ROWS} at most can be imported at once. Split it.`;
    return { ...nothing, problems: [{ line: null, message }] };
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    return { ...nothing, problems: [{ line: null, message: error.message }] };
  }
}

/** Which of the ids in a file something has already, in whichever project. */
async function takenIds(tx: Tx, list: RegistryTableInput["list"], { rows }: FileTable): Promise<ReadonlySet<string>> {
  const named = [...new Set(rows.map(({ cells }) => cells.get("id") ?? ""))];
  const taken = new Set<string>();
  for (let from = 0; from < named.length; from += ASKED) {
    const asked = { where: { id: { in: named.slice(from, from + ASKED) } }, select: { id: true } };
    const found = await (list === "speakers" ? tx.speaker.findMany(asked) : tx.target.findMany(asked));
    for (const { id } of found) taken.add(id);
  }
  return taken;
}
