import { copyFileSync, mkdirSync } from "node:fs";
import path from "node:path";
import { ensureOwner } from "@/seeds/owner";
import { seedSampleProject } from "@/seeds/sample-project";
import { closeDatabase } from "@/server/database/client";
import { migrate } from "@/server/database/migrate";
import { createDatabase, urlOf } from "../scratch-postgresql";
import { type Provider, templateOf } from "../templates";

// A program: makes the templates of the provider it is told, where `templateOf` says.
const provider = process.argv[2] as Provider;
const [empty, sample] = [templateOf(provider, "empty"), templateOf(provider, "sample")];
if (provider === "sqlite") {
  for (const file of [empty, sample]) mkdirSync(path.dirname(file));
  await migrate({ kind: "sqlite", file: empty });
  copyFileSync(empty, sample);
  process.env.DATA_DIR = path.dirname(sample);
  process.env.DATABASE_URL = "";
} else {
  await createDatabase(empty, "template0");
  await migrate({ kind: "postgresql", url: urlOf(empty) });
  await createDatabase(sample, empty);
  process.env.DATABASE_URL = urlOf(sample);
}
await seedSampleProject(await ensureOwner());
await closeDatabase();
