import { type ChildProcess, spawn } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Child } from "./child";
import { findFreePort } from "./free-port";
import { createPostgresqlDatabase } from "./scratch-postgresql";
import { type Provider, type Template, templateOf } from "./templates";

export type { Provider };

/** Where a server keeps its data: survives the server, so that a second one can be started on the same data. */
export interface ServerData {
  provider: Provider;
  dataDir: string;
  /** Empty for SQLite, which lives in `dataDir`. */
  databaseUrl: string;
  remove(): Promise<void>;
}

export interface RunningServer {
  /** Origin without a trailing slash. */
  url: string;
  /** The single-use sign-in link that this start printed. */
  ownerLink: string;
  /** Everything printed so far. */
  output(): string;
  /** SIGTERM, as a service manager does; resolves with the exit code once the process has ended. */
  stop(): Promise<number | null>;
  /** SIGKILL, as a power cut does. */
  kill(): Promise<void>;
}

const root = path.resolve(import.meta.dirname, "../..");

/** A fresh data folder, and for PostgreSQL a fresh database on the server that TEST_DATABASE_URL names: with nothing, or a template's copy. */
export async function makeServerData(provider: Provider, from: Template | "nothing"): Promise<ServerData> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "sayso-e2e-"));
  const removeFolder = () => rmSync(dataDir, { recursive: true, force: true });
  if (provider === "sqlite") {
    if (from !== "nothing") copyFileSync(templateOf(provider, from), path.join(dataDir, "sayso.db"));
    return { provider, dataDir, databaseUrl: "", remove: async () => removeFolder() };
  }
  const database = await createPostgresqlDatabase(from);
  const remove = async () => {
    await database.drop();
    removeFolder();
  };
  return { provider, dataDir, databaseUrl: database.url, remove };
}

/** The sample with what a program of `tests/e2e/processes` adds before a server owns the data; resolves with what it said as well. */
export async function prepareServerData(
  provider: Provider,
  program: string,
  { args = [], env = {} }: { args?: string[]; env?: Record<string, string> } = {},
): Promise<{ data: ServerData; output: string }> {
  const data = await makeServerData(provider, "sample");
  const { code, output } = await new Child(`tests/e2e/processes/${program}.ts`, {
    args,
    env: { DATA_DIR: data.dataDir, DATABASE_URL: data.databaseUrl, ...env },
  }).ended();
  if (code === 0) return { data, output };
  await data.remove();
  throw new Error(output);
}

interface Given {
  port?: number;
  /** More variables of its environment. */
  variables?: Record<string, string>;
}

/** Starts the built application the way `npm start` does, and waits for its sign-in link. */
export async function startServer(data: ServerData, given: Given = {}): Promise<RunningServer> {
  const port = given.port ?? (await findFreePort());
  const { dataDir, databaseUrl } = data;
  const server = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: root,
    env: {
      ...process.env,
      // Empty rather than absent: a developer's own .env must not reach the tests.
      ...Object.fromEntries(["APP_URL", "DATABASE_URL_FILE", "BETTER_AUTH_SECRET"].map((n) => [n, ""])),
      FORCE_COLOR: undefined,
      PORT: String(port),
      HOSTNAME: "127.0.0.1",
      DATA_DIR: dataDir,
      DATABASE_URL: databaseUrl,
      ...given.variables,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<number | null>((resolve) => server.once("exit", resolve));
  const abandon = () => server.kill("SIGKILL");
  process.once("exit", abandon);
  ended.then(() => process.off("exit", abandon));

  let output = "";
  const ownerLink = await new Promise<string>((resolve, reject) => {
    const read = (part: string) => {
      output += part;
      const link = /https?:\/\/\S+\/sign-in\/link#token=[^\s]+(?=\s)/.exec(output)?.[0];
      if (link) resolve(link);
    };
    server.stdout.setEncoding("utf8").on("data", read);
    server.stderr.setEncoding("utf8").on("data", read);
    ended.then((code) => reject(new Error(`The server ended with ${code} before it was ready:\n${output}`)));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    ownerLink,
    output: () => output,
    stop: () => end(server, "SIGTERM", ended),
    kill: async () => {
      await end(server, "SIGKILL", ended);
    },
  };
}

function end(server: ChildProcess, signal: NodeJS.Signals, ended: Promise<number | null>): Promise<number | null> {
  server.kill(signal);
  return ended;
}
