import { defineConfig } from "@playwright/test";
import { chromiumArguments, findChromium } from "./tests/support/chromium";
import type { ServerOptions } from "./tests/support/fixtures";

// Journeys through the built application (`npm run build` first), each worker with a server and data of its own.
export default defineConfig<object, ServerOptions>({
  testDir: "tests/e2e",
  globalSetup: "./tests/support/provide-servers.ts",
  outputDir: "test-results",
  // A worker keeps its server over the tests of a file, which may build on each other; files do not share one on purpose.
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: "dot",
  use: {
    browserName: "chromium",
    headless: true,
    launchOptions: { executablePath: findChromium() ?? undefined, args: chromiumArguments },
    viewport: { width: 1280, height: 800 },
    timezoneId: "Asia/Kathmandu",
    locale: "en-GB",
    acceptDownloads: true,
    screenshot: "only-on-failure",
    // A quarter of the processor's time: `--trace retain-on-failure` records them for whoever looks for a cause.
    trace: "off",
  },
  // What only the browser decides is the same on every database: those journeys run once.
  projects: [
    { name: "sqlite", testIgnore: "interface/**", use: { provider: "sqlite" } },
    { name: "postgresql", testIgnore: "interface/**", use: { provider: "postgresql" } },
    { name: "interface", testMatch: "interface/**/*.spec.ts", use: { provider: "sqlite" } },
  ],
});
