import { describe, expect, test } from "vitest";
import type { CommandEntry } from "@/components/ui/command";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import { type CommandTable, listCommandTables } from "./command-tables";
import { addKey, findHolders, removeKey, resetKeys, takeKey } from "./edit-keys";

const entry = (id: string, keys: string[], more: Partial<CommandEntry> = {}): CommandEntry => ({
  ...{ id, group: "Group", title: id, keys },
  ...more,
});
const make = entry("statement.make", ["m"]);
const next = entry("statement.next", ["n"]);
const cue = entry("role.cue", ["u"]);
const phrase = entry("role.phrase", ["u"]);
const direct = entry("value.form.direct", ["1"], { scope: "fields.form" });
const tables: CommandTable[] = [
  { screen: "Annotate, A", entries: [make, next, cue, direct] },
  { screen: "Annotate, B", entries: [make, next, phrase] },
  { screen: "My work", entries: [entry("work.next", ["n"])] },
];
const holdersOf = (command: CommandEntry, chord: string, bindings = {}) =>
  findHolders(tables, bindings, command, chord).map(({ command: { id }, screen }) => `${id} on ${screen}`);

describe("who has a key", () => {
  test.each([
    ["free", make, "g", {}, []],
    ["one's own", make, "m", {}, []],
    ["another command's", make, "n", {}, ["statement.next on Annotate, A"]],
    ["a codebook's, in each project", next, "u", {}, ["role.cue on Annotate, A", "role.phrase on Annotate, B"]],
    ["of a codebook's command on another project's screen", phrase, "1", {}, []],
    ["in another scope", make, "1", {}, []],
    ["given away before", make, "n", { "statement.next": [] }, []],
    ["chosen by the user", make, "g", { "statement.next": ["g"] }, ["statement.next on Annotate, A"]],
  ])("%s", (_what, command, chord, bindings, holders) => {
    expect(holdersOf(command, chord, bindings)).toEqual(holders);
  });
});

describe("keys", () => {
  test("are added to those the command has", () => {
    expect(addKey({}, make, "g")).toEqual({ "statement.make": ["m", "g"] });
    expect(addKey({}, make, "m")).toEqual({});
  });
  test("are removed one by one, the last too", () => {
    expect(removeKey({}, make, "m")).toEqual({ "statement.make": [] });
  });
  test("are taken from everybody who has them", () => {
    const holders = findHolders(tables, {}, next, "u");
    expect(takeKey({}, next, "u", holders)).toEqual({
      "role.cue": [],
      "role.phrase": [],
      "statement.next": ["n", "u"],
    });
  });
  test("go back to those that everybody has", () => {
    expect(resetKeys({ "statement.make": ["g"], "role.cue": [] }, make)).toEqual({ "role.cue": [] });
  });
});

describe("the tables of all screens", () => {
  const all = listCommandTables([{ project: "P", content: defaultCodebook }]);

  test.each(all)("$screen has an id once, and no key twice in one scope", ({ entries }) => {
    const ids = entries.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    const places = entries.flatMap(({ scope, keys }) => keys.map((chord) => `${chord} in ${scope ?? "all"}`));
    expect(places).toEqual([...new Set(places)]);
  });
});
