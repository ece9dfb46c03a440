import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { readInWorker } from "@/server/import/read-in-worker";

const GOOD = { name: "good.txt", bytes: Buffer.from("A text.") };
const ROOMY = { time: 60_000, memory: 1024 ** 3 };

test("a page nested without end is stopped, and the next file is read", async () => {
  const endless = { name: "a.html", bytes: Buffer.from(`<html>${"<div>".repeat(40_000)}x`) };
  const [stopped, read] = await Promise.all([
    readInWorker(endless, { ...ROOMY, time: 2000 }),
    readInWorker(GOOD, ROOMY),
  ]);
  expect(stopped).toEqual({
    documents: [],
    problems: [{ place: "", message: "Reading it took longer than 2 seconds; it was stopped." }],
    table: null,
  });
  expect(read.documents).toMatchObject([{ text: "A text." }]);
});

test("what needs more memory than it may is stopped, and the next file is read", async () => {
  const million = { name: "a.json", bytes: Buffer.from(`[${'{"text":"a"},'.repeat(600_000)}{}]`) };
  const told = await readInWorker(million, { ...ROOMY, memory: 100 * 1024 * 1024 });
  expect(told.documents).toEqual([]);
  expect(told.problems[0]?.message).toMatch(/too much memory|too large/);
  expect((await readInWorker(GOOD, ROOMY)).documents).toHaveLength(1);
});

test("nothing that a page names is fetched", async () => {
  let visits = 0;
  const sink = createServer((_request, response) => {
    visits++;
    response.end();
  });
  await new Promise<void>((resolve) => sink.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(sink.address() as AddressInfo).port}`;
  const page = `<!doctype html><html><head><base href="${address}/"><link rel="stylesheet" href="${address}/a.css">
    <script src="${address}/a.js"></script><script>fetch("${address}/b")</script><meta http-equiv="refresh" content="0;url=${address}/c"></head>
    <body><article><p>One.</p><img src="${address}/a.png"><iframe src="${address}/d"></iframe><object data="${address}/e"></object></article></body></html>`;
  const read = await readInWorker({ name: "a.html", bytes: Buffer.from(page) }, ROOMY);
  expect(read.documents).toMatchObject([{ text: "One." }]);
  await new Promise((resolve) => sink.close(resolve));
  expect(visits).toBe(0);
});
