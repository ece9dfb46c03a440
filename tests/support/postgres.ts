import { execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { findFreePort } from "./free-port";

export interface ThrowAwayPostgres {
  /** Of the maintenance database; its user may create others. */
  url: string;
  stop(): Promise<void>;
}

/** The folder with `initdb` and `postgres`, the newest where there are several; null when no server is installed. */
export function findPostgres(): string | null {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...(process.env.PATH ?? "").split(path.delimiter),
    ...versions.map((version) => path.join(debian, version, "bin")),
    "/usr/local/bin",
    "/opt/homebrew/bin",
  ];
  return folders.find((folder) => ["initdb", "postgres"].every((name) => existsSync(path.join(folder, name)))) ?? null;
}

/**
 * Starts a PostgreSQL server of its own on a free port of 127.0.0.1, with its data in a temporary folder.
 * Not for durability tests: it is told not to wait for the disk.
 */
export async function startPostgres(binaries: string): Promise<ThrowAwayPostgres> {
  const folder = mkdtempSync(path.join(tmpdir(), "sayso-postgres-"));
  const port = await findFreePort();
  // The server refuses to run as root.
  const account = process.getuid?.() === 0 ? unprivilegedAccount() : {};
  if (account.uid !== undefined && account.gid !== undefined) chownSync(folder, account.uid, account.gid);
  const data = path.join(folder, "data");
  const setup = ["-D", data, "-U", "sayso", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"];
  execFileSync(path.join(binaries, "initdb"), setup, { cwd: folder, stdio: "pipe", ...account });

  const quick = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200"];
  const server = spawn(
    path.join(binaries, "postgres"),
    ["-D", data, "-h", "127.0.0.1", "-p", String(port), "-k", folder, ...quick.flatMap((setting) => ["-c", setting])],
    { cwd: folder, stdio: ["ignore", "ignore", "pipe"], ...account },
  );
  let log = "";
  server.stderr.setEncoding("utf8").on("data", (part: string) => {
    log = (log + part).slice(-10_000);
  });
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  // Tried again while the server's last processes still write into it.
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  // However this process ends, the server does not outlive it.
  const abandon = () => {
    server.kill("SIGQUIT");
    remove();
  };
  process.once("exit", abandon);

  const url = `postgresql://sayso@127.0.0.1:${port}/postgres`;
  while (!(await accepts(url))) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL did not start:\n${log}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url,
    async stop() {
      process.off("exit", abandon);
      server.kill("SIGINT");
      await ended;
      remove();
    },
  };
}

function unprivilegedAccount(): { uid?: number; gid?: number } {
  for (const name of ["postgres", "nobody"]) {
    try {
      const id = (flag: string) => Number(execFileSync("id", [flag, name], { stdio: "pipe", encoding: "utf8" }));
      return { uid: id("-u"), gid: id("-g") };
    } catch {
      // No such account on this system: the next name.
    }
  }
  throw new Error("PostgreSQL refuses to run as root, and there is neither an account postgres nor nobody.");
}

/** True once the server takes connections; while it starts it refuses them. */
async function accepts(url: string): Promise<boolean> {
  const client = new Client(url);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}
