#!/usr/bin/env node
// `npx sayso …`: the command line. Plain Node: it says what to do where no packages are installed yet.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { quietTools, readSettings, root } from "./start/settings.mjs";

const [command, ...rest] = process.argv.slice(2);

if (command === "start" && rest.some((word) => word === "--help" || word === "-h")) {
  console.log(
    "Usage: sayso start\n\nThe same as npm start: installs, builds and migrates what is due, and starts the server.",
  );
} else if (command === "start") {
  process.argv.splice(2, process.argv.length, ...rest);
  await import("./start.mjs");
} else if (!existsSync(path.join(root, "node_modules/tsx")) || !existsSync(path.join(root, "prisma/generated"))) {
  console.error("Sayso is not set up in this folder yet: run npm start once, then this command again.");
  process.exitCode = 1;
} else {
  const main = path.join(root, "scripts/sayso/main.ts");
  const tsx = path.join(root, "node_modules/tsx/dist/loader.mjs");
  const { status, signal } = spawnSync(process.execPath, ["--import", tsx, main, ...process.argv.slice(2)], {
    stdio: "inherit",
    env: { ...readSettings().variables, ...quietTools, SAYSO_CALLED_IN: process.cwd() },
    cwd: root,
  });
  if (signal) process.kill(process.pid, signal);
  process.exitCode = status ?? 1;
}
