import { parseArgs } from "node:util";
import { v7 as uuid } from "uuid";
import type { ConsistencyView } from "@/domain/contract/consistency";
import type { Recoded, RecodePreview } from "@/domain/contract/recode";
import type { SearchResult } from "@/domain/contract/search";
import providePostgres from "../support/provide-postgres";
import { makeServerData, type Provider, startServer } from "../support/server";
import { documentsFor, fillCodedProject } from "./search/fill-coded-project";

// `npm run bench:search -- [--statements 100000] [--only sqlite]`: what searching a large project costs over HTTP, from the
// built application on SQLite and, where there is one, PostgreSQL: the very first search, when nothing is kept of the
// statements yet, then each kind of search for the first time after a start, the consistency list after a start, again and
// after a change, and recoding all the gold that a search finds. Exits with 1 when a target is missed.

const { values } = parseArgs({
  options: { statements: { type: "string", default: "100000" }, only: { type: "string" } },
});
const SEARCH_MS = 1000;
const CONSISTENCY_MS = 5000;

if (values.only !== "sqlite") {
  // A server that it starts ends with this process.
  await providePostgres().catch((error: Error) => {
    console.log(`PostgreSQL is left out: ${error.message}`);
    return undefined;
  });
}
const providers: Provider[] = process.env.TEST_DATABASE_URL ? ["sqlite", "postgresql"] : ["sqlite"];
for (const provider of providers) if (!values.only || values.only === provider) await measure(provider);

async function measure(provider: Provider): Promise<void> {
  const data = await makeServerData(provider, "nothing");
  try {
    await (await startServer(data)).stop();
    const project = await fillCodedProject(data, documentsFor(Number(values.statements)));
    const headers = { Authorization: `Bearer ${project.key}`, "Content-Type": "application/json" };
    const start = async () => {
      const server = await startServer(data);
      // So that the session, the connection and the compiled code are not counted.
      for (let turn = 0; turn < 3; turn++) await fetch(`${server.url}/api/v1/assignments`, { headers });
      const ask = async <Answer>(path: string, init: RequestInit = {}) => {
        const begun = performance.now();
        const answer = await fetch(`${server.url}/api/v1/projects/${project.projectId}/${path}`, { headers, ...init });
        const body = await answer.text();
        const time = performance.now() - begun;
        if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}: ${body}`);
        return { time, answer: JSON.parse(body) as Answer };
      };
      return { server, ask };
    };

    const first = await start();
    const unkept = await first.ask<SearchResult>("search?q=elysee");
    await first.server.stop();

    const { server, ask } = await start();
    const find = async (name: string, query: string) => {
      const { time, answer } = await ask<SearchResult>(`search?${query}`);
      tell(`${name}: ${answer.total}`, time, SEARCH_MS);
    };
    const all = await ask<SearchResult>("search?");
    console.log(`${provider}: ${all.answer.total} statements in ${all.answer.documents} articles`);
    tell("the very first search, of words", unkept.time);
    tell("after a start, everything", all.time, SEARCH_MS);
    await find("words", "q=elysee");
    await find("rare words", `q=${encodeURIComponent("Mária Tokayev")}`);
    await find("words in most", "q=the");
    await find("or in its paragraph", "q=winter+and&within=context");
    await find("a speaker", `speakers=${project.speakerId}`);
    await find("a target", `targets=${project.targetId}`);
    await find("an answer", "values=fields.form:direct");
    await find("a stance to a target", `targets=${project.targetId}&values=stance.values:oppose`);
    await find("gold of a month", "layer=gold&published_from=2025-03-01&published_to=2025-03-31");
    await find("by the words before", "sort=before");
    await find("words, by those after", "q=elysee&sort=after");
    await find("by speaker", "sort=speaker");
    await find("the second page", "q=elysee&offset=100");

    const list = async (name: string) => {
      const { time, answer } = await ask<ConsistencyView>("consistency?layer=readings");
      tell(`consistency, ${name}: ${answer.total}`, time, CONSISTENCY_MS);
    };
    await list("after a start");
    await list("again");
    const send = <Answer>(path: string, body: object) =>
      ask<Answer>(path, { method: "POST", body: JSON.stringify(body) });
    await send("speakers", { operationId: uuid(), id: uuid(), name: "Zarina", kind: "person" });
    await list("with another speaker");

    const change = { kind: "answer", field: "form", answer: "mixed" };
    const found = { targets: project.targetId };
    const preview = await send<RecodePreview>("recodes/preview", { found, change });
    tell(`recode all of a target, preview: ${preview.answer.changed}`, preview.time);
    const body = { operationId: uuid(), id: uuid(), change, found, set: preview.answer.set, reason: "Measured" };
    const done = await send<Recoded>("recodes", body);
    tell("recoded", done.time);
    tell("undone", (await send(`recodes/${done.answer.id}/undo`, { operationId: uuid() })).time);
    await server.stop();
  } finally {
    await data.remove();
  }
}

function tell(name: string, time: number, limit?: number): void {
  const isMissed = limit !== undefined && time > limit;
  if (isMissed) process.exitCode = 1;
  const verdict = limit === undefined ? "" : `  ${isMissed ? "MISSED" : "reached"}, ≤ ${limit} ms`;
  console.log(`  ${name.padEnd(36)} ${time.toFixed(0).padStart(7)} ms${verdict}`);
}
