import { setTimeout as wait } from "node:timers/promises";
import { v7 as uuid } from "uuid";
import { makeServerData, type Provider, type ServerData, startServer } from "@/tests/support/server";
import { openBulkStore } from "../bulk-store";
import { fillLargeProject, type LargeProject } from "./large-project";

/** Milliseconds from sending a request to the last byte of its answer. */
export interface HttpTimes {
  /** After the very first start: every statement is read and counted. */
  uncounted: number;
  /** After a further start; and again, with nothing changed. */
  cold: number;
  again: number;
  /** After a pass of one document was reopened, the median of several. */
  edited: number;
  /** Of the answer. */
  bytes: number;
}

const EDITS = 9;

/** Asks the built application for the figures of a large project: its own server, its own data, both gone afterwards. */
export async function measureOverHttp(
  provider: Provider,
  size: { documents: number; annotators: number },
): Promise<HttpTimes> {
  const data = await makeServerData(provider, "nothing");
  try {
    await (await startServer(data)).stop();
    const project = await fillLargeProject(data, size);
    const first = await startServer(data);
    await greet(first.url, project);
    const uncounted = await ask(first.url, project);
    // What was counted is kept for the next start while nobody waits for it.
    await untilKept(data, size.documents);
    await first.stop();

    const server = await startServer(data);
    await greet(server.url, project);
    const cold = await ask(server.url, project);
    const again = median(await inTurn(EDITS, () => ask(server.url, project)));
    const edited = await inTurn(EDITS, async (turn) => {
      await reopen(server.url, project, turn * 37);
      return ask(server.url, project);
    });
    await server.stop();
    return { uncounted: uncounted.time, cold: cold.time, again, edited: median(edited), bytes: cold.bytes };
  } finally {
    await data.remove();
  }
}

async function untilKept(data: ServerData, documents: number): Promise<void> {
  const store = await openBulkStore(data);
  const count = async () => Number((await store.read(`SELECT COUNT(*) AS "count" FROM "KeptStatistics"`))[0]?.count);
  while ((await count()) < documents) await wait(100);
  await store.close();
}

interface Answer {
  time: number;
  bytes: number;
}

const withKey = (key: string) => ({ Authorization: `Bearer ${key}` });

/** So that a session, the connection and the compiled code of every request are not counted. */
async function greet(url: string, { keys }: LargeProject): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await fetch(`${url}/api/v1/assignments`, { headers: withKey(keys.lead) });
}

async function ask(url: string, { projectId, keys }: LargeProject): Promise<Answer> {
  const start = performance.now();
  const answer = await fetch(`${url}/api/v1/projects/${projectId}/agreement`, { headers: withKey(keys.lead) });
  const body = await answer.arrayBuffer();
  const time = performance.now() - start;
  if (!answer.ok) throw new Error(`The figures were answered with ${answer.status}: ${new TextDecoder().decode(body)}`);
  return { time, bytes: body.byteLength };
}

async function reopen(url: string, { assignmentIds, keys }: LargeProject, at: number): Promise<void> {
  const answer = await fetch(`${url}/api/v1/assignments/${assignmentIds[at]}/reopen`, {
    method: "POST",
    headers: { ...withKey(keys.annotator), "Content-Type": "application/json" },
    body: JSON.stringify({ operationId: uuid(), revision: 20 }),
  });
  if (!answer.ok) throw new Error(`A pass could not be reopened: ${await answer.text()}`);
}

async function inTurn(turns: number, run: (turn: number) => Promise<Answer>): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let turn = 0; turn < turns; turn++) answers.push(await run(turn));
  return answers;
}

const median = (answers: readonly Answer[]): number =>
  answers.map(({ time }) => time).sort((a, b) => a - b)[Math.floor(answers.length / 2)] ?? Number.NaN;
