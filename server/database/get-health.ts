import { performance } from "node:perf_hooks";
import { version } from "@/package.json";
import { database } from "./client";
import { databaseSource } from "./database-source";

export interface Health {
  status: "ok" | "unavailable";
  version: string;
  database: { kind: "sqlite" | "postgresql"; latencyMs: number | null };
}

/** Long enough for a busy server, short enough for a monitor to wait. */
const TIMEOUT_MS = 3_000;

/** Asks the database one question. Never throws: a database that fails or does not answer is `unavailable`. */
export async function getHealth(): Promise<Health> {
  const { kind } = databaseSource();
  const began = performance.now();
  try {
    await answerInTime(database().$queryRaw`SELECT 1`);
    const latencyMs = Math.round((performance.now() - began) * 10) / 10;
    return { status: "ok", version, database: { kind, latencyMs } };
  } catch {
    // The reason is in the log of whoever needs the database next; a monitor needs only the fact.
    return { status: "unavailable", version, database: { kind, latencyMs: null } };
  }
}

function answerInTime<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("The database did not answer in time.")), TIMEOUT_MS);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
