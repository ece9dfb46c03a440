import type { Operation } from "../../domain/contract/operation-groups/operation";
import { operations } from "../../domain/contract/operations";
import type { ReviewView } from "../../domain/contract/review";
import type { AnnotationView, WorkList } from "../../domain/contract/work";
import { emptyContent } from "../../domain/statement/content";
import { DocumentText } from "../../domain/text/document-text";
import { makeSpan } from "../../domain/text/spans";
import { expect, test } from "../support/fixtures";
import { RepeatedSends, type Write } from "../support/repeated-sends";
import { seededRandom, trials } from "../support/seeded-random";
import { type RunningServer, startServer } from "../support/server";
import { fillRegistry, moveBackAndForth, ruleOverAndOver, writeStatements } from "../support/write-lanes";

// The stream of notifications breaks whenever the server goes away.
test.use({ serverName: "once", expectedErrors: [/\/notifications\/live/] });

const WRITES = trials(40);
/** After so many answers the server goes away: killed, ended as a service manager does, killed again. */
const ENDS = [60, 180, 300];

/** A server that goes away now and then, and comes back on the same data and port. */
class UnsteadyServer {
  #answers = 0;
  #ended = 0;
  #up: Promise<void> = Promise.resolve();

  constructor(
    private running: RunningServer,
    private readonly restart: () => Promise<RunningServer>,
  ) {}

  get ended(): number {
    return this.#ended;
  }

  /** Sends until an answer comes: a connection that broke says nothing about the write. */
  async send(url: string, init: RequestInit): Promise<{ status: number; text: string }> {
    for (;;) {
      await this.#up;
      try {
        const answer = await fetch(this.running.url + url, init);
        const text = await answer.text();
        this.#answers += 1;
        if (this.#answers >= (ENDS[this.#ended] ?? Number.POSITIVE_INFINITY)) this.#up = this.#goAway();
        return { status: answer.status, text };
      } catch {
        // Sent again once the server is back.
      }
    }
  }

  async #goAway(): Promise<void> {
    this.#ended += 1;
    if (this.#ended % 2 === 0) await this.running.stop();
    else await this.running.kill();
    this.running = await this.restart();
  }

  async stop(): Promise<void> {
    await this.#up;
    await this.running.stop();
  }
}

test("each write, sent one to five times while the server is killed and started anew, is done once", async ({
  signedInPage: page,
  context,
  server,
  serverData,
}) => {
  test.setTimeout(240_000);
  const random = seededRandom("writes across restarts");
  const port = Number(new URL(server.url).port);
  const unsteady = new UnsteadyServer(server, () => startServer(serverData, { port }));
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const headers = { cookie, origin: new URL(page.url()).origin, "content-type": "application/json" };
  const get = async <Answer>(path: string): Promise<Answer> =>
    JSON.parse((await unsteady.send(`/api/v1${path}`, { headers })).text);

  const sender = new RepeatedSends(random, async ({ name, params, body }: Write) => {
    const operation = (operations as Record<string, Operation>)[name];
    if (!operation) throw new Error(`${name} is no operation.`);
    const path = operation.path.replace(/\{(\w+)\}/g, (_, key: string) => params[key] ?? "");
    const init = { method: operation.method.toUpperCase(), headers, body: JSON.stringify(body) };
    const { status, text } = await unsteady.send(`/api/v1${path}`, init);
    if (status >= 300) throw new Error(`${name} was answered ${status}: ${text}`);
    return JSON.parse(text);
  });
  const lane = { random, perform: (write: Write) => sender.perform(write) };

  const { items } = await get<WorkList>("/assignments");
  const assignmentId = items[0]?.id ?? "";
  const look = () => get<AnnotationView>(`/assignments/${assignmentId}`);
  const view = await look();
  const { project, document, registry } = view;
  const content = emptyContent(makeSpan(new DocumentText(document.text), "content", { start: 0, end: 3 }));
  const targetIds = registry.targets.slice(0, 2).map((target) => target.id);

  await moveBackAndForth(lane, { assignmentId, revision: view.assignment.revision, count: 4 });
  const own = { assignmentId, content, targetIds, count: WRITES };
  const [mine, more, registered] = await Promise.all([
    writeStatements(lane, own),
    writeStatements(lane, own),
    fillRegistry(lane, { projectId: project.id, count: WRITES }),
  ]);
  // The reading was reopened by somebody who may review: it is no longer blind, and they may rule.
  const review = await get<ReviewView>(`/documents/${document.id}/review`);
  const [cluster] = review.clusters;
  const ids = cluster?.members.map((member) => member.statementId) ?? [];
  const statements = review.readings.flatMap((reading) => reading.statements);
  const members = Object.fromEntries(
    statements.filter(({ id }) => ids.includes(id)).map((one) => [one.id, one.revision]),
  );
  const standing = await ruleOverAndOver(lane, { documentId: document.id, members, count: 10 });
  await sender.finish();

  const after = await look();
  const expected = [...mine, ...more].filter((statement) => !statement.deleted);
  const stored = after.statements.map(({ id, revision, note, stances }) => ({
    ...{ id, revision, note, deleted: false },
    stances: stances.length,
  }));
  const byId = <Row extends { id: string }>(a: Row, b: Row) => (a.id < b.id ? -1 : 1);
  expect(stored.sort(byId)).toEqual(expected.sort(byId));
  const names = (rows: { name: string }[], word: string) => rows.filter(({ name }) => name.startsWith(`${word} 0`));
  expect(names(after.registry.speakers, "Speaker")).toHaveLength(registered.speakers.length);
  expect(names(after.registry.targets, "Target")).toHaveLength(registered.targets.length);
  const { rulings } = await get<ReviewView>(`/documents/${document.id}/review`);
  expect(rulings.map((ruling) => ruling.id)).toEqual(standing ? [standing] : []);
  expect(unsteady.ended).toBe(ENDS.length);
  const { writes, sent } = sender.counts;
  console.info(`${writes} writes sent ${sent} times, the server gone ${unsteady.ended} times`);
  await unsteady.stop();
});
