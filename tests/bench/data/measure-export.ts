import { get } from "node:http";
import type { RunningServer, ServerData } from "@/tests/support/server";
import type { FilledDataset } from "./fill-dataset";
import { copyRaw, type RawCopy, type RawFormat } from "./raw-copy";
import { whileSaving } from "./watch-server";

export interface MeasuredExport {
  format: RawFormat;
  /** Milliseconds to the first byte of the file and to the last. */
  first: number;
  time: number;
  bytes: number;
  raw: RawCopy | null;
  growth: number | null;
  saves: number[];
}

/** An export over HTTP while somebody saves, and the same rows by the database's own tool right after it. */
export async function measureExport(
  running: { data: ServerData; server: RunningServer; filled: FilledDataset },
  format: RawFormat,
): Promise<MeasuredExport> {
  const { server, data, filled } = running;
  const { result, growth, saves } = await whileSaving(running, () =>
    fetchWhole(`${server.url}/api/v1/projects/${filled.projectId}/export?format=${format}`, filled.keys.lead),
  );
  return { format, ...result, growth, saves, raw: await copyRaw(data, filled.projectId, format) };
}

const NEWLINE = 10;

function fetchWhole(url: string, key: string) {
  const begun = performance.now();
  return new Promise<Pick<MeasuredExport, "first" | "time" | "bytes">>((resolve, reject) => {
    const request = get(url, { headers: { Authorization: `Bearer ${key}` } }, (answer) => {
      let [first, bytes] = [0, 0];
      let last: Buffer = Buffer.alloc(0);
      answer.on("data", (chunk: Buffer) => {
        if (bytes === 0) first = performance.now() - begun;
        bytes += chunk.length;
        last = chunk;
      });
      answer.once("error", reject);
      answer.once("end", () => {
        if (answer.statusCode !== 200) return reject(new Error(`${answer.statusCode}: ${last.toString()}`));
        if (last.at(-1) !== NEWLINE) return reject(new Error("The export ended within a line."));
        resolve({ first, time: performance.now() - begun, bytes });
      });
    });
    request.once("error", reject);
  });
}
