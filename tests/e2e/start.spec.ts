import { spawn } from "node:child_process";
import { connect } from "node:net";
import path from "node:path";
import { expect, test } from "@/tests/support/fixtures";
import { findFreePort } from "@/tests/support/free-port";
import { makeServerData, startServer } from "@/tests/support/server";

// A server of its own: these tests stop it.
test.use({ serverName: "start" });

/** Runs `npm start` in an environment in which it must fail; resolves with its exit code and what it said. */
function failToStart(env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const start = spawn(process.execPath, ["scripts/start.mjs"], {
      cwd: path.resolve(import.meta.dirname, "../.."),
      env: {
        ...process.env,
        FORCE_COLOR: undefined,
        HOSTNAME: "127.0.0.1",
        DATABASE_URL: "",
        LOG_LEVEL: "",
        APP_URL: "",
        ...env,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    start.stdout.setEncoding("utf8").on("data", (part: string) => {
      said += part;
    });
    start.stderr.setEncoding("utf8").on("data", (part: string) => {
      said += part;
    });
    start.on("exit", (code) => resolve({ code, said }));
  });
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: "127.0.0.1", port }, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}

test("a port in use is told before anything is done", async ({ server, serverData }) => {
  const port = new URL(server.url).port;
  const { code, said } = await failToStart({ PORT: port, DATA_DIR: serverData.dataDir });
  expect(code).toBe(1);
  expect(said.trim()).toBe(
    `Port ${port} on 127.0.0.1 is in use: stop what uses it, or choose another one: PORT=${Number(port) + 1} npm start`,
  );
});

test("a second server on the same data names the first and ends", async ({ server, serverData }) => {
  const port = String(await findFreePort());
  const { code, said } = await failToStart({ PORT: port, DATA_DIR: serverData.dataDir });
  expect(code).toBe(1);
  expect(said).toContain(`on port ${new URL(server.url).port}`);
});

test("wrong settings are told all at once, and nothing is started", async ({ serverData }) => {
  const env = {
    PORT: String(await findFreePort()),
    DATA_DIR: serverData.dataDir,
    BETTER_AUTH_SECRET: "short",
    APP_URL: "x",
  };
  const { code, said } = await failToStart(env);
  expect(code).toBe(1);
  expect(said).toContain("BETTER_AUTH_SECRET");
  expect(said).toContain("APP_URL");
});

test("an unreachable PostgreSQL is named", async () => {
  const port = await findFreePort();
  const data = await makeServerData("sqlite", "nothing");
  const env = { PORT: String(port), DATA_DIR: data.dataDir, DATABASE_URL: `postgresql://a@127.0.0.1:${port}/b` };
  const { code, said } = await failToStart(env);
  await data.remove();
  expect(code).toBe(1);
  expect(said).toContain("check that it runs");
});

test("a stopped server leaves nothing behind, and starts again on its data", async ({ provider }) => {
  const data = await makeServerData(provider, "nothing");
  try {
    const first = await startServer(data);
    await first.stop();
    const port = Number(new URL(first.url).port);
    expect(await isListening(port)).toBe(false);
    const second = await startServer(data, { port });
    expect(second.ownerLink).not.toBe(first.ownerLink);
    expect(second.output()).toContain("3/4 Build is up to date");
    await second.stop();
  } finally {
    await data.remove();
  }
});
