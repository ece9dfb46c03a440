import { findPostgres, startPostgres } from "./postgres";

/** A server for this run, unless TEST_DATABASE_URL names one; resolves with what stops it. */
export default async function providePostgres(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.TEST_DATABASE_URL) return undefined;
  const binaries = findPostgres();
  if (!binaries) throw new Error("PostgreSQL is not installed: install it, or name a server in TEST_DATABASE_URL.");
  const server = await startPostgres(binaries);
  process.env.TEST_DATABASE_URL = server.url;
  return server.stop;
}
