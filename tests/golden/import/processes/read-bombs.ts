import { mkdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { unpackFiles } from "@/server/import/annotated/unpack-files";
import { ReadError } from "@/server/import/read-error";
import { readFile } from "@/server/import/read-file";

// Reads the files it is told as articles and unpacks the ZIPs among them as annotated data, into a folder each within the
// one named first. Prints for each what it said, milliseconds of processor time, and by how many bytes the most memory
// that the process ever had has grown since two harmless files were read, which come before the others.

const [folder = "", ...files] = process.argv.slice(2);
const HARMLESS = 2;

let before = 0;
for (const [at, path] of files.entries()) {
  const begun = process.cpuUsage();
  const told = [...(await asArticles(path)), ...asAnnotatedData(path, join(folder, String(at)))];
  const { user, system } = process.cpuUsage(begun);
  const most = process.resourceUsage().maxRSS * 1024;
  if (at < HARMLESS) before = most;
  else console.log(JSON.stringify({ name: basename(path), told, time: (user + system) / 1000, growth: most - before }));
}

async function asArticles(path: string): Promise<string[]> {
  const { documents, problems } = await readFile({ name: basename(path), bytes: readFileSync(path) });
  return [...documents.map(({ text }) => `article ${text}`), ...problems.map(({ message }) => message)];
}

function asAnnotatedData(path: string, own: string): string[] {
  mkdirSync(own);
  try {
    const { files: unpacked, lines } = unpackFiles([{ name: basename(path), path }], own);
    return [...unpacked.map(({ name }) => `file ${name}`), ...lines.map(({ message }) => message)];
  } catch (error) {
    if (error instanceof ReadError) return [error.message];
    throw error;
  }
}
