import { parseArgs } from "node:util";
import providePostgres from "../support/provide-postgres";
import { makeServerData, type Provider, startServer } from "../support/server";
import { fillDataset } from "./data/fill-dataset";
import { type MeasuredExport, measureExport } from "./data/measure-export";
import { type MeasuredImport, measureImport } from "./data/measure-import";
import { saveStatement } from "./data/watch-server";

// `npm run bench:data`: what it costs to get a large project out and one of a tenth of its statements in, asked of the built application over HTTP while somebody
// saves, beside the databases' own tools over the same rows in the same run. `--only sqlite` or `postgresql`, `--statements`
// and `--documents` make it smaller. Exits with 1 when a target is missed.

const { values } = parseArgs({
  options: {
    only: { type: "string" },
    statements: { type: "string", default: "1000000" },
    documents: { type: "string", default: "10000" },
  },
});
const size = { documents: Number(values.documents), statements: Number(values.statements) };
const LIMITS = { times: 3, importTimes: 5, growth: 100, first: 200, save: 200 };

// A server that it starts ends with this process.
if (values.only !== "sqlite")
  await providePostgres().catch((error: Error) => {
    console.log(`PostgreSQL is left out: ${error.message}`);
    return undefined;
  });
const all: Provider[] = process.env.TEST_DATABASE_URL ? ["sqlite", "postgresql"] : ["sqlite"];
let missed = 0;
for (const provider of all.filter((one) => !values.only || one === values.only)) await measure(provider);
if (missed > 0) process.exitCode = 1;

async function measure(provider: Provider): Promise<void> {
  const data = await makeServerData(provider, "nothing");
  try {
    await (await startServer(data)).stop();
    const filled = await fillDataset(data, size);
    const server = await startServer(data);
    // So that a session, the connection and the compiled code of a save are not counted.
    for (let turn = 0; turn < 5; turn++) await saveStatement(server, filled);
    console.log(`${provider}: ${size.statements} statements in ${size.documents} documents`);
    for (const format of ["csv", "jsonl"] as const) show(await measureExport({ data, server, filled }, format));
    await server.stop();
  } finally {
    await data.remove();
  }
  const tenth = { documents: size.documents, statements: size.statements / 10 };
  showImport(tenth, await measureImport(provider, tenth));
}

function show({ format, first, time, bytes, raw, growth, saves }: MeasuredExport): void {
  const perSecond = Math.round(size.statements / (time / 1000));
  console.log(`  ${format}: ${seconds(time)}, ${perSecond} statements a second, ${Math.round(bytes / 1e6)} MB`);
  if (raw) console.log(`    ${raw.name}: ${seconds(raw.time)}, ${Math.round(raw.bytes / 1e6)} MB`);
  if (raw) target(`times ${raw.name}`, time / raw.time, LIMITS.times);
  target("first byte, ms", first, LIMITS.first);
  if (growth !== null) target("memory, MB", growth / 1e6, LIMITS.growth);
  target(`99th percentile of ${saves.length} saves meanwhile, ms`, percentile(saves, 0.99), LIMITS.save);
}

function showImport(part: typeof size, { time, bytes, counts, raw, growth, saves }: MeasuredImport): void {
  const perSecond = Math.round(part.statements / (time / 1000));
  console.log(`  import: ${seconds(time)}, ${perSecond} statements a second, ${Math.round(bytes / 1e6)} MB of JSON`);
  const brought = Object.entries(counts).map(([name, count]) => `${count} ${name}`);
  console.log(`    brought ${brought.join(", ")}`);
  if (raw) console.log(`    ${raw.name}: ${seconds(raw.time)}`);
  if (raw) target(`times ${raw.name}`, time / raw.time, LIMITS.importTimes);
  if (growth !== null) target("memory, MB", growth / 1e6, LIMITS.growth);
  target(`99th percentile of ${saves.length} saves meanwhile, ms`, percentile(saves, 0.99), LIMITS.save);
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

function target(name: string, value: number, limit: number): void {
  const isMissed = value > limit;
  if (isMissed) missed += 1;
  console.log(
    `    ${isMissed ? "MISSED " : "reached"}  ${name.padEnd(46)} ${value.toFixed(1).padStart(8)}  ≤ ${limit}`,
  );
}

function percentile(times: readonly number[], part: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
