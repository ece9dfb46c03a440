import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { v7 as uuid } from "uuid";
import type { RunningServer, ServerData } from "@/tests/support/server";
import type { FilledDataset } from "./fill-dataset";

/** What went on at the server while something else was done. */
export interface Watched<Result> {
  result: Result;
  /** Bytes of resident memory over what it held before, at most; null where the system does not tell (not Linux). */
  growth: number | null;
  /** Milliseconds of each statement saved meanwhile. */
  saves: number[];
}

const BETWEEN_SAVES = 50;
const BETWEEN_LOOKS = 20;

/** Does something while another person saves one statement after the other, and looks at the server's memory. */
export async function whileSaving<Result>(
  { data, server, filled }: { data: ServerData; server: RunningServer; filled: FilledDataset },
  work: () => Promise<Result>,
): Promise<Watched<Result>> {
  const pid = Number(JSON.parse(readFileSync(join(data.dataDir, "owner.json"), "utf8")).pid);
  const before = memoryOf(pid);
  const state = { done: false };
  let most = before;
  const looking = (async () => {
    while (!state.done) {
      most = Math.max(most, memoryOf(pid));
      await wait(BETWEEN_LOOKS);
    }
  })();
  const saves: number[] = [];
  const saving = (async () => {
    while (!state.done) {
      saves.push(await saveStatement(server, filled));
      await wait(BETWEEN_SAVES);
    }
  })();
  try {
    const result = await work();
    return { result, growth: before === 0 ? null : most - before, saves };
  } finally {
    state.done = true;
    await Promise.all([looking, saving]);
  }
}

/** Milliseconds until a new statement is acknowledged. */
export async function saveStatement(
  { url }: RunningServer,
  { openAssignmentIds, span, keys }: FilledDataset,
): Promise<number> {
  const content = {
    ...{ spans: [span], speakerId: null, chain: [], stances: [], fields: {}, confidence: "sure", note: "" },
    ...{ parentId: null, sameClaimAsId: null },
  };
  const begun = performance.now();
  const answer = await fetch(`${url}/api/v1/assignments/${openAssignmentIds[0]}/statements`, {
    method: "POST",
    headers: { Authorization: `Bearer ${keys.annotator}`, "Content-Type": "application/json" },
    body: JSON.stringify({ operationId: uuid(), id: uuid(), content }),
  });
  const body = await answer.text();
  if (!answer.ok) throw new Error(`A statement was not saved: ${body}`);
  return performance.now() - begun;
}

/** Resident bytes of a process and those it started. 0: the system does not tell. */
function memoryOf(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const own = Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
    const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, "utf8").split(" ").filter(Boolean),
    );
    return children.reduce((sum, child) => sum + memoryOf(Number(child)), own);
  } catch {
    // Not Linux, or a child has just ended.
    return 0;
  }
}
