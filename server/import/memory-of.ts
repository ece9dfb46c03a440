import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";

/** Resident memory in bytes, where the system tells it (Linux); elsewhere the limit of the heap has to do. */
export function memoryOf({ pid }: ChildProcess): number {
  try {
    const status = readFileSync(/* turbopackIgnore: true */ `/proc/${pid}/status`, "utf8");
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    // Not Linux, or it has just ended.
    return 0;
  }
}
