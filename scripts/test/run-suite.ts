import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import type { Outcome } from "./counts";
import { provideChromium, providePostgres, providePython } from "./provisions";
import { root, stopPrograms } from "./run-program";
import { type Bench, journeys, lanes, prepare, type Stage } from "./stages";

const began = Date.now();
const everything = [...lanes.flat(), ...journeys.flat()].map((stage) => stage.name);
const wanted = process.argv.slice(2);
// "integration" names both of its stages. The journeys run against the build, so they bring it along.
const isWanted = (name: string) =>
  wanted.length === 0 ||
  wanted.some((word) => name === word || name.startsWith(`${word}-`)) ||
  (name === "build" && wanted.some((word) => word.startsWith("e2e")));
const unknown = wanted.filter((word) => !everything.some((name) => name === word || name.startsWith(`${word}-`)));
if (unknown.length > 0) {
  console.error(`There is no stage ${unknown.join(", ")}. The stages are: ${everything.join(", ")}.`);
  process.exit(2);
}
const chosen = (stages: Stage[]) => stages.filter((stage) => isWanted(stage.name));
const needs = (prefix: string) => everything.some((name) => name.startsWith(prefix) && isWanted(name));

const bench: Bench = {
  folder: path.join(root, ".cache", `test-${process.pid}`),
  chromium: new Promise(() => {}),
  postgres: Promise.resolve("not asked for"),
  outcomes: new Map(),
};

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => process.exit(130));
process.on("exit", stopPrograms);

function seconds(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}

function print(name: string, { passed, failed, skipped, report }: Outcome, since: number): void {
  const counts = [`${passed} passed`, failed > 0 && `${failed} failed`, skipped > 0 && `${skipped} skipped`];
  const sign = failed > 0 ? "✗" : skipped > 0 && passed === 0 ? "–" : "✓";
  console.log(`${sign} ${name.padEnd(24)}${counts.filter(Boolean).join(", ").padEnd(32)}${seconds(since)}`);
  if (report) console.log(clip(report).replace(/^/gm, "    "));
}

/** The first lines say what is wrong; a thousand more would hide the next stage's. */
function clip(report: string, lines = 150): string {
  const all = report.trimEnd().split("\n");
  return all.length <= lines
    ? all.join("\n")
    : [...all.slice(0, lines), `… ${all.length - lines} more lines`].join("\n");
}

async function runStage(stage: Stage): Promise<void> {
  const since = Date.now();
  const outcome = await stage.run(bench).catch(
    (error: unknown): Outcome => ({
      passed: 0,
      failed: 1,
      skipped: 0,
      report: error instanceof Error ? error.message : String(error),
    }),
  );
  bench.outcomes.set(stage.name, outcome);
  print(stage.name, outcome, since);
}

async function runLane(stages: Stage[]): Promise<void> {
  for (const stage of stages) await runStage(stage);
}

async function runSuite(): Promise<void> {
  mkdirSync(bench.folder, { recursive: true });
  const postgresWanted = needs("integration-postgresql") || needs("e2e-postgresql");
  // One after the other: the package manager takes a lock.
  const python = needs("integration") || needs("unit") || needs("e2e") ? providePython() : Promise.resolve();
  if (needs("e2e")) bench.chromium = python.then(provideChromium);
  // A missing browser is reported by the stage that needs it, not as an unhandled rejection now.
  bench.chromium.catch(() => {});
  const browserTried = needs("e2e")
    ? bench.chromium.then(
        () => null,
        () => null,
      )
    : python;
  if (postgresWanted) bench.postgres = browserTried.then(providePostgres);
  await python;

  const since = Date.now();
  const prepared = await prepare();
  if (!prepared.ok) {
    const outcome = { passed: 0, failed: 1, skipped: 0, report: prepared.output };
    bench.outcomes.set("prepare", outcome);
    return print("prepare", outcome, since);
  }
  await Promise.all(lanes.map((lane) => runLane(chosen(lane))));
  if ((bench.outcomes.get("build")?.failed ?? 0) > 0) {
    if (needs("e2e")) console.log("– e2e                     not run: there is no build");
  } else for (const round of journeys) await Promise.all(chosen(round).map(runStage));
}

try {
  await runSuite();
} catch (error) {
  console.log(`✗ ${error instanceof Error ? error.message : error}`);
  bench.outcomes.set("provisions", { passed: 0, failed: 1, skipped: 0, report: "" });
}
const server = await bench.postgres.catch(() => "none");
if (typeof server !== "string") await server.stop();
rmSync(bench.folder, { recursive: true, force: true });

const total = { passed: 0, failed: 0, skipped: 0 };
for (const outcome of bench.outcomes.values()) {
  total.passed += outcome.passed;
  total.failed += outcome.failed;
  total.skipped += outcome.skipped;
}
console.log(`\nTook ${seconds(began)}`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exit(total.failed > 0 ? 1 : 0);
