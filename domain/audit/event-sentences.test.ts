import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { EVENT_SENTENCES, sayAction } from "./event-sentences";

const commands = path.join(import.meta.dirname, "../../server/commands");

/** Actions of projects that commands name whole (what happens to accounts is told elsewhere); the type of an event's action holds those too that are put together. */
function namedActions(): string[] {
  const files = readdirSync(commands, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  const sources = files.map((file) => readFileSync(path.join(commands, file), "utf8"));
  const ofProjects = sources.filter((source) => source.includes("performOnce("));
  return ofProjects.flatMap((source) =>
    [...source.matchAll(/\baction: "([^"]+)"/g)].map(([, action]) => action as string),
  );
}

test("every action has a sentence of its own", () => {
  const named = namedActions();
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter((action) => !(action in EVENT_SENTENCES))).toEqual([]);
  expect(new Set(Object.values(EVENT_SENTENCES)).size).toBe(Object.keys(EVENT_SENTENCES).length);
});

test("an action of another version of the program is told in its own words", () => {
  expect(sayAction("speaker.turned_inside_out")).toBe("speaker turned inside out");
  expect(sayAction("statement.changed")).toBe("changed a statement");
});
