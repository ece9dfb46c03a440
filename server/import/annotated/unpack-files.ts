import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ReportLine } from "@/domain/import/annotated/annotated-data";
import { ReadError } from "../read-error";
import { Inflater, listEntries } from "../zip-entries";
import { type DiskFile, diskFile, headOf } from "./disk-file";

/** Files one import may be unpacked to, and their bytes together. */
const ENTRIES = 20_000;
const INFLATED = 512 * 1024 * 1024;

/** What systems add to a ZIP beside what people put in. */
const BESIDE = /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/;

/**
 * The files of an import, those in ZIPs unpacked into a folder under numbers: no name of a ZIP is ever a path. Entries
 * that cannot be read are lines of the report. Throws ReadError for what is no whole ZIP.
 */
export function unpackFiles(
  files: readonly { name: string; path: string }[],
  folder: string,
): { files: DiskFile[]; lines: ReportLine[] } {
  const found: DiskFile[] = [];
  const lines: ReportLine[] = [];
  for (const { name, path } of files) {
    const file = diskFile(name, path);
    if (!headOf(file).startsWith("PK\u0003\u0004")) {
      found.push(file);
      continue;
    }
    const bytes = readFileSync(path);
    const inflater = new Inflater(bytes, INFLATED);
    for (const entry of listEntries(bytes, ENTRIES)) {
      if (BESIDE.test(entry.name)) continue;
      const shown = entry.name.toWellFormed().replaceAll("\0", "␀").slice(0, 500);
      try {
        if (entry.refused) throw new ReadError(entry.refused);
        const unpacked = join(folder, String(found.length));
        writeFileSync(unpacked, inflater.inflate(entry), { mode: 0o600 });
        found.push(diskFile(shown, unpacked));
      } catch (error) {
        if (!(error instanceof ReadError)) throw error;
        lines.push({ file: shown, line: null, at: "", effect: "lost", code: "zip_entry", message: error.message });
      }
    }
  }
  return { files: found, lines };
}
