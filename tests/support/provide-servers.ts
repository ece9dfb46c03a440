import { provideTemplates } from "./provide-templates";
import type { Provider } from "./templates";

/** Playwright's global setup: it cannot tell which projects were chosen, so what there is a server for gets its templates. */
export default async function provideServers(): Promise<() => Promise<void>> {
  const providers: Provider[] = process.env.TEST_DATABASE_URL ? ["sqlite", "postgresql"] : ["sqlite"];
  const removals = await Promise.all(providers.map(provideTemplates));
  return async () => {
    for (const remove of removals) await remove();
  };
}
