import type { TestProject } from "vitest/node";
import providePostgres from "./provide-postgres";
import { providePrograms } from "./provide-programs";
import { provideTemplates } from "./provide-templates";

/**
 * Vitest's global setup for tests with a database: the programs they start, the templates of the project's provider, and a
 * server for this run unless TEST_DATABASE_URL names one.
 */
export default async function provideDatabases({ config }: TestProject): Promise<() => Promise<void>> {
  const provider = config.env.SAYSO_TEST_PROVIDER === "postgresql" ? "postgresql" : "sqlite";
  const removals: ((() => void | Promise<void>) | undefined)[] = [await providePrograms()];
  const removeAll = async () => {
    for (const remove of removals.reverse()) await remove?.();
  };
  try {
    if (provider === "postgresql") removals.push(await providePostgres());
    removals.push(await provideTemplates(provider));
  } catch (error) {
    await removeAll();
    throw error;
  }
  return removeAll;
}
