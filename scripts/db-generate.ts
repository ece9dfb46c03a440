import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { postgresqlSchema } from "./postgresql-schema";

// Generates the two database clients from prisma/schema.prisma. Run by `npm run db:generate`, and by start and test.

const root = join(import.meta.dirname, "..");
const source = join(root, "prisma/schema.prisma");
const generated = join(root, "prisma/generated");
const derived = join(generated, "postgresql.prisma");
const stamp = join(generated, "stamp");

const prismaVersion = (createRequire(import.meta.url)("prisma/package.json") as { version: string }).version;
const schema = readFileSync(source, "utf8");
const fingerprint = createHash("sha256").update(`${prismaVersion}\n${schema}`).digest("hex");

const clients = ["sqlite/client.ts", "postgresql/client.ts"].map((path) => join(generated, path));
const upToDate =
  existsSync(stamp) && readFileSync(stamp, "utf8") === fingerprint && clients.every((file) => existsSync(file));
if (!upToDate) {
  mkdirSync(generated, { recursive: true });
  rmSync(stamp, { force: true });
  writeFileSync(derived, postgresqlSchema(schema));
  generate(source);
  generate(derived);
  // Written last: an interrupted run is repeated.
  writeFileSync(stamp, fingerprint);
}

function generate(schemaFile: string): void {
  const prisma = createRequire(import.meta.url).resolve("prisma/build/index.js");
  const run = spawnSync(process.execPath, [prisma, "generate", "--schema", schemaFile], {
    cwd: root,
    encoding: "utf8",
    env: {
      ...process.env,
      // Any existing file will do: generating needs no engine, but without this the command line tries to download one.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      CHECKPOINT_DISABLE: "1",
    },
  });
  if (run.status === 0) return;
  process.stderr.write(`${run.stdout}${run.stderr}`);
  console.error(`The database client could not be generated from ${schemaFile}: correct what is shown above.`);
  process.exit(1);
}
