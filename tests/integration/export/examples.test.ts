import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pythonExample } from "@/components/api-docs/examples";
import { createApiKey } from "@/server/auth/api-keys";
import { type ApiServer, serveApi } from "../../support/api-server";
import { createTestDatabase } from "../../support/database";
import { makeActor, seedSample } from "../../support/sample";

// What the README and /api/docs tell researchers to run, run as it stands there against the real API.

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase("sample")).close);

const README = readFileSync(path.join(import.meta.dirname, "../../../README.md"), "utf8");
const folder = mkdtempSync(path.join(tmpdir(), "sayso-examples-"));
let server: ApiServer;
let variables: NodeJS.ProcessEnv;

beforeAll(async () => {
  const sample = await seedSample();
  const researcher = await makeActor(sample, "manager");
  const key = { id: uuid(), name: "research", scopes: ["read" as const], expiresAt: null };
  const { secret } = await createApiKey(researcher, key, new Date());
  server = await serveApi();
  const own = { SAYSO: server.url, SAYSO_KEY: secret, PROJECT: sample.projectId, LC_ALL: "C.UTF-8" };
  variables = { ...process.env, ...own, http_proxy: "", HF_HUB_OFFLINE: "1" };
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** The README's block of this language whose first line begins like this. */
function blockOf(language: string, beginning: string): string {
  const blocks = [...README.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)];
  const found = blocks.filter(([, name, text]) => name === language && text?.startsWith(`# ${beginning}`));
  if (found.length !== 1) throw new Error(`README.md has ${found.length} blocks of ${language} for ${beginning}.`);
  return found[0]?.[2] ?? "";
}

const runFile = promisify(execFile);
/** Rejects with what it said when it does not end well. */
const run = async (program: string, args: string[]) =>
  (await runFile(program, args, { cwd: folder, env: variables, encoding: "utf8" })).stdout;
const has = (program: string, args: string[]) => spawnSync(program, args).status === 0;

test("curl gets every file", async () => {
  const said = await run("bash", ["-euc", blockOf("sh", "curl")]);
  expect(said).toContain('"role":"manager"');
  expect(said.match(/^\d+ characters$/gm)).toHaveLength(30);
});

test("Python finds every quote at its place", async () => {
  await run("python3", ["-c", blockOf("python", "Python")]);
  expect(await run("python3", ["-c", pythonExample(server.url)])).toBe("30 statements\n");
});

test.skipIf(!has("python3", ["-c", "import pandas"]))("pandas counts", async () => {
  expect(await run("python3", ["-c", blockOf("python", "pandas")])).toContain("stance_target");
});

test.skipIf(!has("python3", ["-c", "import datasets"]))("datasets loads the bundle", async () => {
  expect(await run("python3", ["-c", blockOf("python", "datasets")])).toMatch(/^\d+ int32$/m);
});

test.skipIf(!has("Rscript", ["-e", "library(readr)"]))("readr finds every quote at its place", async () => {
  expect(await run("Rscript", ["-e", blockOf("r", "readr")])).toContain("oppose");
});

test.skipIf(!has("Rscript", ["-e", "library(igraph)"]))("igraph reads the network", async () => {
  expect(await run("Rscript", ["-e", blockOf("r", "igraph")])).not.toBe("");
});
