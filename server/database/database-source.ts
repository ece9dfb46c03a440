import { join } from "node:path";
import { env } from "../env";

/** Where the data is: a PostgreSQL database, or a SQLite file. */
export type DatabaseSource = { kind: "postgresql"; url: string } | { kind: "sqlite"; file: string };

/** Where the environment says the data is. */
export function databaseSource(): DatabaseSource {
  const { databaseUrl, dataDir } = env();
  if (databaseUrl) return { kind: "postgresql", url: databaseUrl };
  return { kind: "sqlite", file: join(/* turbopackIgnore: true */ dataDir, "sayso.db") };
}
