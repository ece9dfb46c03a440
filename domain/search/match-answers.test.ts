import { expect, test } from "vitest";
import { groupWanted, matchesAnswers, readWanted, writeWanted } from "./match-answers";

const statement = {
  fields: { sourcing: "document", tags: ["a", "b"], stated: false, depth: 3, remark: "Café, =1+1: “да”" },
  stances: [
    { targetId: "1", value: "oppose", basis: "explicit" },
    { targetId: "2", value: "support", basis: null },
  ],
};

test.each<[string[], boolean]>([
  [[], true],
  [["fields.sourcing:document"], true],
  [["fields.sourcing:named_person", "fields.sourcing:document"], true],
  [["fields.sourcing:named_person"], false],
  [["fields.sourcing:document", "fields.tags:c"], false],
  [["fields.tags:b"], true],
  [["fields.stated:false"], true],
  [["fields.stated:true"], false],
  [["fields.depth:3"], true],
  [["fields.absent:"], true],
  [["fields.sourcing:"], false],
  [["fields.constructor:"], true],
  [[writeWanted("fields.remark", 'cafe, =1+1: "ДА"')], true],
  [[writeWanted("fields.remark", "tea")], false],
  [["fields.sourcing:doc"], false],
  [["stance.values:oppose"], true],
  [["stance.values:oppose", "stance.bases:explicit"], true],
  // Of another stance than the one that supports.
  [["stance.values:support", "stance.bases:explicit"], false],
  [["stance.values:support", "stance.bases:"], true],
  [["stance.values:"], false],
])("%j is found: %s", (items, found) => {
  expect(matchesAnswers(groupWanted(items), statement)).toBe(found);
});

test("of a statement without a stance none is answered", () => {
  expect(matchesAnswers(groupWanted(["stance.values:"]), { ...statement, stances: [] })).toBe(true);
  expect(matchesAnswers(groupWanted(["stance.values:oppose"]), { ...statement, stances: [] })).toBe(false);
});

test.each(["sourcing:document", "fields.A:x", "speaker:x", "fields.x", "fields.x:%E0%A4%A", ""])(
  "%s is no answer to search for",
  (item) => expect(readWanted(item)).toBeNull(),
);
