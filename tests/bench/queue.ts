import { setTimeout as wait } from "node:timers/promises";
import { v7 as uuid } from "uuid";
import type { ReviewQueue } from "@/domain/contract/review-queue";
import providePostgres from "../support/provide-postgres";
import { makeServerData, type Provider, startServer } from "../support/server";
import { fillLargeProject } from "./agreement/large-project";
import { openBulkStore } from "./bulk-store";

// `npm run bench:queue`: what the review queue of a large project costs over HTTP, from the built application on SQLite and,
// where there is one, on PostgreSQL: its first page after a start, again with nothing changed, with another filter, after a
// lease and a change, and what trying a rule on all of it takes. Exits with 1 when a target is missed.

const SIZE = { documents: 1000, annotators: 10 };
const TARGETS = { started: 1000, again: 200 };
const TURNS = 9;

// A server that it starts ends with this process.
await providePostgres().catch((error: Error) => {
  console.log(`PostgreSQL is left out: ${error.message}`);
  return undefined;
});
const providers: Provider[] = process.env.TEST_DATABASE_URL ? ["sqlite", "postgresql"] : ["sqlite"];
for (const provider of providers) {
  const { clusters, ...times } = await measure(provider);
  console.log(`${provider}: ${SIZE.documents} documents × ${SIZE.annotators} annotators, ${clusters} clusters`);
  for (const [name, time] of Object.entries(times)) {
    const limit = TARGETS[name as keyof typeof TARGETS];
    const isMissed = limit !== undefined && time > limit;
    if (isMissed) process.exitCode = 1;
    const verdict = limit === undefined ? "" : `  ${isMissed ? "MISSED" : "reached"}, ≤ ${limit} ms`;
    console.log(`  ${name.padEnd(14)} ${time.toFixed(0).padStart(7)} ms${verdict}`);
  }
}

async function measure(provider: Provider) {
  const data = await makeServerData(provider, "nothing");
  try {
    await (await startServer(data)).stop();
    const { projectId, keys } = await fillLargeProject(data, SIZE);
    const headers = { Authorization: `Bearer ${keys.lead}`, "Content-Type": "application/json" };
    const start = async () => {
      const server = await startServer(data);
      // So that the session, the connection and the compiled code are not counted.
      for (let turn = 0; turn < 3; turn++) await fetch(`${server.url}/api/v1/assignments`, { headers });
      const ask = async (path: string, init: RequestInit = {}) => {
        const begun = performance.now();
        const answer = await fetch(`${server.url}/api/v1/projects/${projectId}/${path}`, { headers, ...init });
        const body = await answer.text();
        const time = performance.now() - begun;
        if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}: ${body}`);
        return { time, body };
      };
      return { server, ask };
    };
    const first = await start();
    const uncounted = await first.ask("review-queue");
    await untilKept(data, SIZE.documents);
    await first.server.stop();

    const { server, ask } = await start();
    const started = await ask("review-queue");
    const again = await inTurn(() => ask("review-queue"));
    const kinds = ["stance", "speaker", "boundary", "missing", "sourcing", "field", "tie"];
    const filtered = await inTurn((turn) => ask(`review-queue?kind=${kinds[turn % kinds.length]}&offset=${turn}`), 7);
    const changed = await inTurn(async (turn) => {
      const body = JSON.stringify({ operationId: uuid(), id: uuid(), name: `Another ${turn}`, kind: "person" });
      await ask("speakers", { method: "POST", body });
      return ask("review-queue");
    });
    const taken = await ask("review-queue/next", { method: "POST" });
    const tried = await ask("proposals?strategy=majority");
    await server.stop();
    const { progress } = JSON.parse(started.body) as ReviewQueue;
    return {
      clusters: progress.clusters,
      ...{ uncounted: uncounted.time, started: started.time, again, filtered, changed },
      ...{ next: taken.time, ruleTried: tried.time },
    };
  } finally {
    await data.remove();
  }
}

async function untilKept(data: Parameters<typeof openBulkStore>[0], documents: number): Promise<void> {
  const store = await openBulkStore(data);
  const count = async () => Number((await store.read(`SELECT COUNT(*) AS "count" FROM "KeptClusters"`))[0]?.count);
  while ((await count()) < documents) await wait(100);
  await store.close();
}

/** The median of several. */
async function inTurn(run: (turn: number) => Promise<{ time: number }>, turns = TURNS): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < turns; turn++) times.push((await run(turn)).time);
  return times.sort((a, b) => a - b)[Math.floor(turns / 2)] ?? Number.NaN;
}
