import { createHash } from "node:crypto";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { ExportQuery } from "@/domain/contract/export";
import { EXPORT_FORMATS } from "@/domain/formats/export-formats";
import { pack, packedAs } from "@/domain/formats/pack";
import { toldAsProblem } from "@/server/bulk/dataset-problem";
import { estimateSize } from "@/server/bulk/estimate-size";
import { listProjects } from "@/server/bulk/list-projects";
import { openDataset } from "@/server/bulk/open-dataset";
import { selectionOf } from "@/server/bulk/selection-of";
import { reportOf } from "@/server/bulk/write-dataset";
import { writeOptions } from "@/server/bulk/write-options";
import { onlyRead } from "@/server/database/client";
import { fileName } from "@/server/download";
import { StartError } from "@/server/start-error";
import { chooseProject } from "./choose-project";
import { type Answer, count, UsageError } from "./command";
import { MACHINE } from "./machine";
import { foundData, withSnapshot } from "./open-data";
import { Progress } from "./progress";
import { writeNewFile } from "./write-new-file";

/** What can be chosen, by its flag: the same as in the API's query. */
const CHOICES = new Map(Object.keys(ExportQuery.shape).map((key) => [flagOf(key), key]));

/** Writes the dataset of a project to a file or to the standard output. */
export async function exportProject(words: string[], { isJson }: { isJson: boolean }): Promise<Answer> {
  const { project: wanted, out, isForced, query } = read(words);
  if (isJson && out === "-") throw new UsageError("--json and --out - would both write to the standard output.");
  foundData();
  onlyRead();
  const project = chooseProject(await withSnapshot(listProjects), wanted);
  const format = EXPORT_FORMATS[query.format];
  const options = writeOptions(query, reportOf({ actor: MACHINE, projectId: project.id, choice: query }));
  const opened = await openDataset(MACHINE, project.id, selectionOf(query));
  const progress = new Progress(`Exporting ${project.name}`, isJson ? SILENT : process.stderr);
  const hash = createHash("sha256");
  let bytes = 0;
  try {
    const expected = (await estimateSize(opened, format, options)).bytes;
    const writeTo = async (put: (chunk: Uint8Array) => Promise<unknown>) => {
      for await (const chunk of pack(format, opened.dataset, options)) {
        await put(chunk);
        hash.update(chunk);
        bytes += chunk.length;
        progress.at(bytes, expected);
      }
    };
    if (out === "-") {
      await writeTo(toStandardOutput);
      return { value: null, lines: [] };
    }
    const name = fileName(`${project.name} ${query.format}`, packedAs(format).extension, new Date());
    const file = resolve(process.env.SAYSO_CALLED_IN ?? ".", out ?? name);
    await writeNewFile(file, isForced, (made) => writeTo((chunk) => made.write(chunk)));
    const sha256 = hash.digest("hex");
    return {
      value: { project: { id: project.id, name: project.name }, format: query.format, file, bytes, sha256 },
      lines: [`Wrote ${count(opened.size, "document")} to ${file} (${bytes} bytes, SHA-256 ${sha256}).`],
    };
  } catch (error) {
    throw toldAsProblem(error);
  } finally {
    progress.end();
    await opened.close();
  }
}

const SILENT = { isTTY: false, write: () => true };

function read(words: string[]) {
  const choices = Object.fromEntries([...CHOICES.keys()].map((flag) => [flag, { type: "string" as const }]));
  const own = { project: { type: "string" }, out: { type: "string" }, force: { type: "boolean" } } as const;
  const { values } = parsed(() => parseArgs({ args: words, options: { ...choices, ...own } }));
  const { project, out, force, ...chosen } = values;
  const asked = Object.entries(chosen).map(([flag, value]) => [CHOICES.get(flag), value]);
  const query = ExportQuery.safeParse({ format: "json", ...Object.fromEntries(asked) });
  if (!query.success) {
    const told = query.error.issues.map(({ path, message }) => `--${flagOf(String(path[0]))}: ${message}`);
    throw new UsageError(told.join("\n"));
  }
  return { project, out, isForced: force === true, query: query.data };
}

function parsed<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function toStandardOutput(chunk: Uint8Array): Promise<void> {
  return new Promise((done, fail) => {
    process.stdout.write(chunk, (error) => {
      if (!error) done();
      // Whoever reads has enough, as in `sayso export --out - | head`.
      else fail((error as NodeJS.ErrnoException).code === "EPIPE" ? new StartError("Nobody reads on.") : error);
    });
  });
}

/** networkType → network-type. */
function flagOf(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
