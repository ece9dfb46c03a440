import { rm } from "node:fs/promises";
import { database } from "@/server/database/client";
import { perProcess } from "@/server/per-process";
import { exportFile } from "./export-files";
import { makeExport } from "./make-export";

/** How long a finished file is kept, milliseconds. */
const KEPT = 7 * 24 * 60 * 60 * 1000;

const state = perProcess<{ running: Promise<void> | null; again: boolean }>("exports", () => ({
  running: null,
  again: false,
}));

/**
 * Makes the exports that wait, one after the other, and resolves when none is left; calls meanwhile join the one that
 * runs. Never rejects: what goes wrong with an export is kept with it, anything else is logged.
 */
export function runExports(): Promise<void> {
  if (state.running) {
    // It may have looked for the last time already.
    state.again = true;
    return state.running;
  }
  state.running = runAll()
    .catch((error: unknown) => console.error("Exports stopped:", error))
    .finally(() => {
      state.running = null;
    });
  return state.running;
}

async function runAll(): Promise<void> {
  do {
    state.again = false;
    await removeOld();
    while (await runNext()) {}
  } while (state.again);
}

async function runNext(): Promise<boolean> {
  const db = database();
  const row = await db.export.findFirst({
    where: { state: "waiting" },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  if (!row) return false;
  const { count } = await db.export.updateMany({
    where: { id: row.id, state: "waiting" },
    data: { state: "running", written: 0 },
  });
  // Otherwise it was cancelled at this moment.
  if (count === 1) await makeExport(row);
  return true;
}

async function removeOld(): Promise<void> {
  const db = database();
  const old = await db.export.findMany({
    where: { state: "done", finishedAt: { lt: new Date(Date.now() - KEPT) } },
    select: { id: true },
  });
  for (const { id } of old) {
    await db.export.updateMany({ where: { id, state: "done" }, data: { state: "removed" } });
    await rm(exportFile(id), { force: true });
  }
}

/** Goes on with what an earlier process left: one owns the data, so nobody else is making them. */
export async function resumeExports(): Promise<void> {
  await database().export.updateMany({ where: { state: "running" }, data: { state: "waiting" } });
  void runExports();
}
