import type { ExportChoice } from "@/domain/contract/export";
import { EXPORT_FORMATS } from "@/domain/formats/export-formats";
import { pack } from "@/domain/formats/pack";
import type { Actor } from "@/server/auth/actor";
import { databaseSource } from "@/server/database/database-source";
import { describeReliability } from "@/server/queries/agreement/describe-reliability";
import { builtProgram } from "@/server/threads/built-program";
import { begun, NOTHING } from "./begun";
import { permitDataset, planDataset } from "./dataset-plan";
import { estimateSize } from "./estimate-size";
import { openInThread, standThread, type ThreadOptions, type WrittenBytes } from "./export-thread/export-in-thread";
import { openDataset } from "./open-dataset";
import { selectionOf } from "./selection-of";
import { writeOptions } from "./write-options";

export interface WrittenDataset extends WrittenBytes {
  project: { name: string };
}

interface Wanted {
  actor: Actor;
  projectId: string;
  choice: ExportChoice;
  /** Whether to tell first how many bytes there will be. */
  isExpecting?: boolean;
}

/** Has the server ready to write datasets before somebody asks for one. */
export function readyToWrite(): void {
  const program = builtProgram("export-thread");
  if (program !== null) standThread(program);
}

/**
 * A project's dataset as it is at this moment, written while its bytes are read: in a thread, where the server is built.
 * Errors: 404, 403 (also for names, which only managers may ask for), 409 own_reading_unfinished; DatasetError where the
 * dataset contradicts itself, also while its bytes are read.
 */
export async function writeDataset({ isExpecting = false, ...wanted }: Wanted): Promise<WrittenDataset> {
  const { actor, projectId, choice } = wanted;
  const reliabilityReport = reportOf(wanted);
  const options = { reliabilityReport, isExpecting };
  const program = builtProgram("export-thread");
  if (program === null) return writeHere(wanted, options);
  const permitted = await permitDataset(actor, projectId, selectionOf(choice));
  const thread = await openInThread(program, databaseSource(), projectId);
  try {
    const plan = await planDataset(permitted, thread.used);
    return { project: { name: plan.project.name }, ...(await thread.write(plan, choice, options)) };
  } catch (error) {
    thread.leave();
    throw error;
  }
}

async function writeHere({ actor, projectId, choice }: Wanted, options: ThreadOptions): Promise<WrittenDataset> {
  const opened = await openDataset(actor, projectId, selectionOf(choice));
  const format = EXPORT_FORMATS[choice.format];
  const how = writeOptions(choice, options.reliabilityReport);
  const closing = async function* () {
    try {
      yield NOTHING;
      yield* pack(format, opened.dataset, how);
    } finally {
      await opened.close();
    }
  };
  try {
    const expected = options.isExpecting ? (await estimateSize(opened, format, how)).bytes : null;
    return { project: opened.dataset.project, expected, chunks: await begun(closing()) };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

/** The reliability report of what is chosen, made when it is asked for. */
export function reportOf({ actor, projectId, choice: { documents, people } }: Wanted): () => Promise<string> {
  return () => describeReliability(actor, projectId, { documents, isNaming: people === "names" });
}
