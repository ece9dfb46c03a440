import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const READER = path.join(import.meta.dirname, "read_dataset.py");

/** Reads exported files by name, the JSON first, as a researcher would. Rejects when a promise of the formats is broken. */
export async function readInPython(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "sayso-dataset-"));
  try {
    const paths = Object.keys(files).map((name) => path.join(folder, name));
    await Promise.all(Object.values(files).map((text, index) => writeFile(paths[index] ?? "", text)));
    return (await run("python3", [READER, ...paths])).stdout;
  } finally {
    await rm(folder, { recursive: true });
  }
}
