import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { EVENT_SENTENCES, sayAction } from "./event-sentences";

const server = path.join(import.meta.dirname, "../../server");

/** Every word of the form of an action in what writes events. */
function writtenActions(): Set<string> {
  const files = ["commands", "jobs", "auth"].flatMap((folder) =>
    readdirSync(path.join(server, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
      .map((file) => path.join(server, folder, file)),
  );
  const sources = files
    .map((file) => readFileSync(file, "utf8"))
    .filter((source) => /\bperformOnce\b|appendEvents?\b/.test(source));
  return new Set(
    sources.flatMap((source) => [...source.matchAll(/"([a-z]+\.[a-z_]+)"/g)].map(([, word]) => word as string)),
  );
}

test("every action has a sentence, and every sentence an action", () => {
  const known = Object.keys(EVENT_SENTENCES);
  const written = writtenActions();
  // The type of NewEvent.action holds the first half: what the server writes is among them.
  expect(known.filter((action) => !written.has(action))).toEqual([]);
  expect(new Set(Object.values(EVENT_SENTENCES)).size).toBe(known.length);
});

test("an action of another version of the program is told in its own words", () => {
  expect(sayAction("speaker.turned_inside_out")).toBe("speaker turned inside out");
  expect(sayAction("statement.changed")).toBe("changed a statement");
});
