import { existsSync, readFileSync } from "node:fs";
import { hostname as machineName } from "node:os";
import path from "node:path";
import { parseEnv } from "node:util";

/** The project's folder, wherever the command was called from. */
export const root = path.resolve(import.meta.dirname, "../..");

/** Where Next puts the build. Tests and a second checkout of the server use their own. */
export const distDir = path.join(root, process.env.NEXT_DIST_DIR || ".next");

/** Quiet and offline: none of the tools may call home or download an engine. */
export const quietTools = {
  NEXT_TELEMETRY_DISABLED: "1",
  CHECKPOINT_DISABLE: "1",
  PRISMA_HIDE_UPDATE_MESSAGE: "1",
};

/**
 * Reads .env files the way the server does (the environment wins), and where to listen.
 * server/env.ts judges the values; here only what is needed before anything is installed.
 */
export function readSettings(environment = process.env) {
  const isMachineName = (name) => name !== undefined && name.split(".")[0] === machineName().split(".")[0];
  const given = { ...environment };
  // Shells and containers set HOSTNAME to the machine's own name, which says nothing about where to listen.
  if (isMachineName(given.HOSTNAME)) delete given.HOSTNAME;
  const fromFiles = {};
  for (const name of [".env", ".env.production", ".env.local", ".env.production.local"]) {
    const file = path.join(root, name);
    if (existsSync(file)) Object.assign(fromFiles, parseEnv(readFileSync(file, "utf8")));
  }
  const variables = { ...fromFiles, ...given };
  return {
    variables,
    port: variables.PORT?.trim() || "3000",
    hostname: variables.HOSTNAME?.trim() || "127.0.0.1",
  };
}
