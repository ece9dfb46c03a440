import { availableParallelism } from "node:os";
import path from "node:path";
import { defineConfig } from "vitest/config";

// A zone with an odd offset (+05:45): code that leans on the machine's own zone fails here, not at a user's.
process.env.TZ = "Asia/Kathmandu";

const root = import.meta.dirname;
const globalSetup = [path.join(root, "tests/support/provide-databases.ts")];
/** Beside the setup of all. Loading the modules anew for each file took a third of the time; what a process remembers is forgotten instead. */
const setupFiles = [path.join(root, "tests/support/fresh-process.ts")];

/** Integration tests of what is the same on every database: they run on SQLite alone. */
const ONCE = [
  "tests/integration/auth/https-cookie.test.ts",
  "tests/integration/auth/oidc.test.ts",
  "tests/integration/auth/password.test.ts",
  "tests/integration/auth/proxy.test.ts",
  "tests/integration/auth/sign-in.test.ts",
  "tests/integration/command-line/export.test.ts",
  "tests/integration/command-line/import.test.ts",
  "tests/integration/database/data-directory.test.ts",
  "tests/integration/database/sqlite-settings.test.ts",
  "tests/integration/export/examples.test.ts",
  "tests/integration/http/access-matrix.test.ts",
  "tests/integration/http/openapi.test.ts",
  "tests/integration/import/busy-reader.test.ts",
  "tests/integration/import/other-formats.test.ts",
  "tests/integration/import/refuse-annotated.test.ts",
  "tests/integration/import/worker.test.ts",
  "tests/integration/review/planted-disagreements.test.ts",
  "tests/integration/suggest/suggestions.test.ts",
];

export default defineConfig({
  resolve: { alias: { "@": root } },
  test: {
    reporters: ["dot"],
    // The default leaves one core of two idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    setupFiles: [path.join(root, "tests/support/fail-on-console-error.ts")],
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: [
            "{domain,components,server,seeds,scripts}/**/*.test.{ts,tsx,mjs}",
            "tests/lint/**/*.test.ts",
            "tests/golden/**/*.test.ts",
          ],
          // They keep nothing that another could find, and half their time would go into loading the same modules again.
          isolate: false,
          // A limit for what hangs, not a measure: a busy machine is slow.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "sqlite",
          include: ["tests/integration/**/*.test.ts"],
          isolate: false,
          setupFiles,
          globalSetup,
          env: { SAYSO_TEST_PROVIDER: "sqlite" },
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "postgresql",
          include: ["tests/integration/**/*.test.ts"],
          isolate: false,
          setupFiles,
          exclude: ONCE,
          globalSetup,
          env: { SAYSO_TEST_PROVIDER: "postgresql" },
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
