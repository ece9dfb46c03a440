import { afterAll } from "vitest";
import { forgetEnv } from "@/server/env";

// A setup file of the integration tests. Their files share a process, in which all modules are loaded once; each is to find
// it as a server that has just started does: nothing remembered (`server/per-process.ts`), and the environment untouched.

const before = { ...process.env };

for (const key of Object.getOwnPropertySymbols(globalThis)) {
  if (key.description?.startsWith("sayso.")) forget((globalThis as Record<symbol, unknown>)[key]);
}

/** Empties a memory, or those that are parts of a state. */
function forget(state: unknown): void {
  for (const memory of [state, ...Object.values(state as object)]) if (memory instanceof Map) memory.clear();
}

afterAll(() => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
  forgetEnv();
});
