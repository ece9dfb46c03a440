import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { quietTools, root } from "./settings.mjs";
import { run } from "./step.mjs";

const stamp = path.join(root, "node_modules/.sayso-installed");

/** What an installation depends on: the lock file, and the Node whose native interface better-sqlite3 was built for. */
function fingerprint() {
  return createHash("sha256")
    .update(readFileSync(path.join(root, "package-lock.json")))
    .update([process.platform, process.arch, process.versions.modules].join(" "))
    .digest("hex");
}

/** True when node_modules is what package-lock.json asks for, whoever installed it. */
export function packagesAreInstalled() {
  if (existsSync(stamp)) return readFileSync(stamp, "utf8") === fingerprint();
  const installedLock = path.join(root, "node_modules/.package-lock.json");
  if (!existsSync(installedLock)) return false;
  const wanted = JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8")).packages;
  const present = JSON.parse(readFileSync(installedLock, "utf8")).packages;
  const same = Object.entries(wanted).every(
    ([key, { version, optional }]) => key === "" || optional || present[key]?.version === version,
  );
  if (!same || !sqliteLoads()) return false;
  writeFileSync(stamp, fingerprint());
  return true;
}

export async function installPackages() {
  rmSync(stamp, { force: true });
  const env = { ...quietTools, NODE_ENV: "development", npm_config_loglevel: "notice", ...headersOfThisNode() };
  // With the path npm gives its scripts, its own program runs whatever the shell would find as `npm`.
  const npm = process.env.npm_execpath?.endsWith(".js") ? process.env.npm_execpath : null;
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund"];
  const options = { env, activity: "Installing the packages" };
  if (npm) await run(process.execPath, [npm, ...args], options);
  else await run("npm", args, { ...options, shell: process.platform === "win32" });
  writeFileSync(stamp, fingerprint());
}

/**
 * Compiling the SQLite driver needs Node's headers, which node-gyp downloads from a host that firewalls close.
 * Where the running Node came with its headers, they are used instead.
 */
function headersOfThisNode() {
  const prefix = path.dirname(path.dirname(realpathSync(process.execPath)));
  return existsSync(path.join(prefix, "include/node/node_api.h")) ? { npm_config_nodedir: prefix } : {};
}

function sqliteLoads() {
  const probe = 'new (require("better-sqlite3"))(":memory:").close()';
  return spawnSync(process.execPath, ["-e", probe], { cwd: root, stdio: "ignore" }).status === 0;
}
