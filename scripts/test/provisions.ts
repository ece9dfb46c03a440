import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { findChromium } from "@/tests/support/chromium";
import { findPostgres, startPostgres, type ThrowAwayPostgres } from "@/tests/support/postgres";
import { runPackage, runProgram } from "./run-program";

const folders = (process.env.PATH ?? "").split(path.delimiter);
const isInstalled = (program: string) => folders.some((folder) => existsSync(path.join(folder, program)));
const mayInstall = () => process.getuid?.() === 0 && isInstalled("apt-get");

let turn: Promise<unknown> = Promise.resolve();

/** Installs Debian packages as root, one call after the other. Resolves to null, or to the last line of what went wrong. */
function installDebianPackages(...names: string[]): Promise<string | null> {
  // Two at once would fail on apt's lock: the browser and the server are wanted at the same moment.
  const mine = turn.then(() => runApt(names));
  turn = mine;
  return mine;
}

async function runApt(names: string[]): Promise<string | null> {
  console.log(`  installing ${names.join(", ")} …`);
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await runProgram("apt-get", ["update", "-q"], { env });
  const options = ["-q", "-y", "-o", "Dpkg::Options::=--force-confold"];
  const { ok, output } = await runProgram("apt-get", ["install", ...options, ...names], { env });
  return ok ? null : (output.trim().split("\n").at(-1) ?? "apt-get failed");
}

/** The browser's path. Throws with one sentence when none can be had. */
export async function provideChromium(): Promise<string> {
  const found = findChromium();
  if (found) return found;
  const problem = mayInstall()
    ? await installDebianPackages("chromium", "fonts-noto-core")
    : await downloadPlaywrightChromium();
  const installed = findChromium();
  if (installed) return installed;
  throw new Error(`No Chromium could be had (${problem}): install one, or name it in CHROMIUM_PATH.`);
}

async function downloadPlaywrightChromium(): Promise<string | null> {
  console.log("  downloading Playwright's Chromium …");
  const { ok, output } = await runPackage("playwright", ["install", "chromium"]);
  return ok ? null : (output.trim().split("\n").at(-1) ?? "the download failed");
}

/** Whether there is SQLite's own program, which only a bench asks for. */
export async function provideSqliteProgram(): Promise<boolean> {
  if (isInstalled("sqlite3")) return true;
  return mayInstall() && (await installDebianPackages("sqlite3")) === null;
}

/** A PostgreSQL server for this run, or the reason why there is none. */
export async function providePostgres(): Promise<ThrowAwayPostgres | string> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };
  if (!findPostgres()) {
    if (!mayInstall()) return "no server is installed, TEST_DATABASE_URL names none, and only root may install one";
    keepDebianFromStartingOne();
    const problem = await installDebianPackages("postgresql");
    if (problem && !findPostgres()) return problem;
  }
  const binaries = findPostgres();
  if (!binaries) return "the installed package brings no server";
  try {
    return await startPostgres(binaries);
  } catch (error) {
    return error instanceof Error ? (error.message.split("\n").at(-1) ?? error.message) : String(error);
  }
}

/** The package would make a database cluster and start it with the machine; the tests start their own and stop it. */
function keepDebianFromStartingOne(): void {
  const file = "/etc/postgresql-common/createcluster.conf";
  if (existsSync(file)) return;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, "create_main_cluster = false\n");
}

/** Tests read exported data sets with Python, as researchers do. Throws with one sentence when there is none. */
export async function providePython(): Promise<void> {
  if (isInstalled("python3")) return;
  const problem = mayInstall() ? await installDebianPackages("python3") : "only root may install it";
  if (!isInstalled("python3")) throw new Error(`python3 is needed by the tests (${problem}): install it.`);
}
