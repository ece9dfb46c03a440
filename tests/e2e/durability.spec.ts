import type { APIRequestContext } from "@playwright/test";
import { v7 as uuid } from "uuid";
import type { AnnotationView, WorkList } from "../../domain/contract/work";
import { emptyContent } from "../../domain/statement/content";
import { DocumentText } from "../../domain/text/document-text";
import { makeSpan } from "../../domain/text/spans";
import { expect, test } from "../support/fixtures";
import { startServer } from "../support/server";

test.use({ serverName: "durability" });

/** A restart is the same on both databases: of the second it is asked that it keeps what it acknowledged. */
const ROUNDS = { sqlite: 4, postgresql: 2 };

test("a save the server acknowledged is there after kill -9 and a restart, without a manual step", async ({
  server,
  serverData,
  ownerState,
  playwright,
  provider,
}) => {
  test.setTimeout(180_000);
  const acknowledged: string[] = [];
  let running = server;
  const api = await playwright.request.newContext({
    storageState: ownerState,
    extraHTTPHeaders: { origin: server.url },
  });
  const assignmentId = await firstAssignment(api, running.url);
  for (let round = 0; round < ROUNDS[provider]; round += 1) {
    // The process dies while writes are under way: only what was acknowledged is promised.
    const writing = writeUntilItDies(api, running.url, assignmentId, acknowledged);
    await expect.poll(() => acknowledged.length, { intervals: [10] }).toBeGreaterThan(round * 5 + 4);
    await running.kill();
    await writing;
    running = await startServer(serverData, { port: Number(new URL(server.url).port) });
    const { statements } = await getView(api, running.url, assignmentId);
    const ids = statements.map((statement) => statement.id);
    expect(ids).toEqual(expect.arrayContaining(acknowledged));
    expect(new Set(ids).size).toBe(ids.length);
  }
  await api.dispose();
  await running.stop();
});

async function firstAssignment(api: APIRequestContext, url: string): Promise<string> {
  const { items } = (await (await api.get(`${url}/api/v1/assignments`)).json()) as WorkList;
  return items[0]?.id ?? "";
}

async function getView(api: APIRequestContext, url: string, assignmentId: string): Promise<AnnotationView> {
  return (await api.get(`${url}/api/v1/assignments/${assignmentId}`)).json();
}

async function writeUntilItDies(
  api: APIRequestContext,
  url: string,
  assignmentId: string,
  acknowledged: string[],
): Promise<void> {
  const { document } = await getView(api, url, assignmentId);
  const content = emptyContent(makeSpan(new DocumentText(document.text), "content", { start: 0, end: 3 }));
  for (;;) {
    const id = uuid();
    const write = api.post(`${url}/api/v1/assignments/${assignmentId}/statements`, {
      data: { operationId: uuid(), id, content },
    });
    // The connection breaks when the server is killed: that write was not acknowledged.
    const answer = await write.catch(() => null);
    if (!answer) return;
    expect(answer.status()).toBe(201);
    acknowledged.push(id);
  }
}
