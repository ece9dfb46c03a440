import { expect, test } from "vitest";
import type { Preferences } from "@/domain/contract/preferences";
import { defaultPreferences } from "./default-preferences";
import { mergePreferences } from "./merge-preferences";

type Keys = Preferences["keys"];
const withKeys = (keys: Keys): Preferences => ({ ...defaultPreferences, keys });

test.each<[what: string, base: Keys, mine: Keys, theirs: Keys, merged: Keys]>([
  ["nothing changed", { a: ["j"] }, { a: ["j"] }, { a: ["j"] }, { a: ["j"] }],
  ["two commands", {}, { a: ["g"] }, { b: ["h"] }, { a: ["g"], b: ["h"] }],
  ["one command, the same way", {}, { a: ["g"] }, { a: ["g"] }, { a: ["g"] }],
  ["one command, two keys", { a: ["j"] }, { a: ["g"] }, { a: ["h"] }, { a: ["h", "g"] }],
  [
    "one command, a key taken and one added",
    { a: ["j", "k"] },
    { a: ["j"] },
    { a: ["j", "k", "l"] },
    { a: ["j", "l"] },
  ],
  ["a command taken back here", { a: ["j"] }, {}, { a: ["j"], b: ["h"] }, { b: ["h"] }],
  ["a command taken back here and changed there", { a: ["j"] }, {}, { a: ["h"] }, { a: ["h"] }],
  ["a command changed here and taken back there", { a: ["j"] }, { a: ["g"] }, {}, { a: ["g"] }],
  ["all keys of a command taken here", { a: ["j"] }, { a: [] }, { a: ["j"] }, { a: [] }],
])("%s", (_what, base, mine, theirs, merged) => {
  expect(mergePreferences(withKeys(base), withKeys(mine), withKeys(theirs)).keys).toEqual(merged);
});

test("each setting is the one that was changed, and mine where both changed it", () => {
  const base = defaultPreferences;
  const mine: Preferences = {
    ...base,
    reading: { ...base.reading, textSize: "large", contrast: "more", patterns: "auto" },
  };
  const theirs: Preferences = {
    ...base,
    singleKeys: false,
    reading: { textSize: "small", lineSpacing: "wide", contrast: "system", patterns: "auto" },
  };
  expect(mergePreferences(base, mine, theirs)).toEqual({
    keys: {},
    singleKeys: false,
    reading: { textSize: "large", lineSpacing: "wide", contrast: "more", patterns: "auto" },
  });
});
