import type { TestProject } from "vitest/node";
import providePostgres from "./provide-postgres";
import { provideTemplates } from "./provide-templates";

/** Vitest's global setup for tests with a database: the templates of the project's provider, and a server for this run unless TEST_DATABASE_URL names one. */
export default async function provideDatabases({ config }: TestProject): Promise<() => Promise<void>> {
  const provider = config.env.SAYSO_TEST_PROVIDER === "postgresql" ? "postgresql" : "sqlite";
  const stopServer = provider === "postgresql" ? await providePostgres() : undefined;
  const removeTemplates = await provideTemplates(provider).catch(async (error: unknown) => {
    await stopServer?.();
    throw error;
  });
  return async () => {
    await removeTemplates();
    await stopServer?.();
  };
}
