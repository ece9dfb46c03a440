import path from "node:path";
import type { ThrowAwayPostgres } from "@/tests/support/postgres";
import { countCheck, countPlaywright, countVitest, type Outcome } from "./counts";
import { type Ended, root, runPackage, runProgram, runScript } from "./run-program";

/** What stages share. The provisions are promises because installing them overlaps with the first stages. */
export interface Bench {
  /** Where reports are written; removed at the end. */
  folder: string;
  chromium: Promise<string>;
  /** The server, or the reason why there is none. */
  postgres: Promise<ThrowAwayPostgres | string>;
  /** Outcomes so far, by stage name. */
  outcomes: Map<string, Outcome>;
}

export interface Stage {
  name: string;
  run(bench: Bench): Promise<Outcome>;
}

const check = (name: string, run: () => Promise<Ended>): Stage => ({ name, run: async () => countCheck(await run()) });

function vitest(name: string, project: string): Stage {
  return { name, run: (bench) => runVitest(bench, name, project, {}) };
}

async function runVitest(bench: Bench, name: string, project: string, env: Record<string, string>): Promise<Outcome> {
  const report = path.join(bench.folder, `${name}.json`);
  const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${report}`];
  return countVitest(await runPackage("vitest", ["run", "--project", project, ...reporters], { env }), report);
}

async function runPlaywright(
  bench: Bench,
  name: string,
  { project, workers = 1, env = {} }: { project: string; workers?: number; env?: Record<string, string> },
) {
  const report = path.join(bench.folder, `${name}.json`);
  const CHROMIUM_PATH = await bench.chromium;
  const output = path.join("test-results", project);
  return countPlaywright(
    await runPackage(
      "playwright",
      ["test", "--project", project, `--workers=${workers}`, "--reporter=dot,json", "--output", output],
      {
        env: { ...env, CHROMIUM_PATH, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
      },
    ),
    report,
  );
}

/** Runs `work` against PostgreSQL, or skips aloud as many tests as the same stage had on SQLite. */
function onPostgres(
  name: string,
  twin: string,
  work: (bench: Bench, env: Record<string, string>) => Promise<Outcome>,
): Stage {
  return {
    name,
    async run(bench) {
      const server = await bench.postgres;
      if (typeof server !== "string") return work(bench, { TEST_DATABASE_URL: server.url });
      const { passed = 0, failed = 0, skipped = 0 } = bench.outcomes.get(twin) ?? {};
      const missed = passed + failed + skipped;
      const report = `PostgreSQL could not be had: ${server} — ${missed} tests skipped`;
      return { passed: 0, failed: 0, skipped: missed, report };
    },
  };
}

/** Before everything: what the compiler and the tests read but git does not hold. */
export async function prepare(): Promise<Ended> {
  const client = await runScript("scripts/db-generate.ts");
  return client.ok ? runPackage("next", ["typegen"]) : client;
}

/** Two lanes for two cores. The build comes after the types: both write to the build folder. */
export const lanes: Stage[][] = [
  [
    check("types", () => runPackage("tsc", ["--noEmit"])),
    check("build", () => runProgram(process.execPath, [path.join(root, "scripts/start.mjs"), "build"])),
  ],
  [
    check("lint", () => runPackage("biome", ["ci", "--error-on-warnings", "--colors=off", "."])),
    check("dead-code", () => runPackage("knip", ["--no-progress", "--no-config-hints"])),
    check("database", () => runScript("scripts/db-migration.ts", ["--check"])),
    check("lockfile", () => runProgram(process.execPath, [path.join(root, "scripts/lockfile.mjs"), "--check"])),
    vitest("unit", "unit"),
    vitest("integration-sqlite", "sqlite"),
    onPostgres("integration-postgresql", "integration-sqlite", (bench, env) =>
      runVitest(bench, "integration-postgresql", "postgresql", env),
    ),
  ],
];

/**
 * After the lanes, round by round: two browsers and two servers are what two cores bear. First what touches the database,
 * on both side by side, then what only the browser decides, by two workers.
 */
export const journeys: Stage[][] = [
  [
    { name: "e2e-sqlite", run: (bench) => runPlaywright(bench, "e2e-sqlite", { project: "sqlite" }) },
    onPostgres("e2e-postgresql", "e2e-sqlite", (bench, env) =>
      runPlaywright(bench, "e2e-postgresql", { project: "postgresql", env }),
    ),
  ],
  [
    {
      name: "e2e-interface",
      run: (bench) => runPlaywright(bench, "e2e-interface", { project: "interface", workers: 2 }),
    },
  ],
];
