import fc from "fast-check";
import { expect, test } from "vitest";
import { hostileText } from "@/tests/support/hostile-text";
import { findFolded, foldText } from "./fold-text";

test.each([
  ["Élysée", "elysee"],
  ["STRASSE straße", "strasse strasse"],
  ["Łódź", "lodz"],
  ["İstanbul ısı", "istanbul isi"],
  ["“naïve”\r\n  l’État", `"naive" l'etat`],
  ["Президент Й", "президент и"],
  ["ὁδός", "οδοσ"],
  ["مُحَمَّد", "محمد"],
  ["שָׁלוֹם", "שלום"],
  ["哈萨克斯坦", "哈萨克斯坦"],
  ["ｶﾞ", "ガ"],
  ["한국", "한국"],
  ["Co­op", "coop"],
  ["👩‍👩‍👧 said", "👩‍👩‍👧 said"],
])("%s is searched as %s", (written, folded) => {
  expect(foldText(written)).toBe(folded);
  expect(foldText(folded)).toBe(folded);
});

test.each([
  ["が", "か"],
  ["कि", "की"],
  ["각", "가"],
])("%s is not %s", (one, other) => expect(foldText(one)).not.toBe(foldText(other)));

test.each([
  ["He said: “Naïve\n  plans” are", "naive plans", "Naïve\n  plans"],
  ["cafe\u0301s in Straßburg", "cafes in strassburg", "cafe\u0301s in Straßburg"],
  ["👩‍👩‍👧 哈萨克斯坦总统托卡耶夫", "总统", "总统"],
  ["Straße", "ras", "raß"],
])("in %s the words %s stand at %s", (text, words, found) => {
  const range = findFolded(text, foldText(words));
  expect(range && text.slice(range.start, range.end)).toBe(found);
});

test("words that are not there are nowhere", () => expect(findFolded("naïve", "naives")).toBeNull());

// A letter that is never folded, behind a text, so that no shorter way through it is taken.
const LETTER = "क";

test("a text is folded the same whatever way is taken through it", () => {
  fc.assert(
    fc.property(fc.oneof(hostileText, fc.string({ unit: "binary-ascii" })), (text) => {
      expect(foldText(text) + LETTER).toBe(foldText(text + LETTER));
    }),
  );
});

test("words are found in the same place whatever way is taken", () => {
  const simple = fc.array(fc.constantFrom("a", "B", " ", "\n", "“", "’", "–", "the ")).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(simple, fc.constantFrom("a", "ab", "the a", " ", '"', "b a", "–"), (text, words) => {
      expect(findFolded(text, words)).toEqual(findFolded(text + LETTER, words));
    }),
  );
});
