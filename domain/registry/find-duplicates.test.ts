import { describe, expect, test } from "vitest";
import { findDuplicates } from "./find-duplicates";

const entry = (id: string, name: string, more: { aliases?: string[]; kind?: string; wikidata?: string } = {}) => ({
  ...{ id, name, aliases: more.aliases ?? [], kind: more.kind ?? "person" },
  externalIds: more.wikidata ? { wikidata: more.wikidata } : ({} as Record<string, string>),
});
const nobodySaid = () => false;
const pairs = (entries: ReturnType<typeof entry>[], apart: (a: string, b: string) => boolean = nobodySaid) =>
  findDuplicates(entries, apart).map(({ firstId, secondId, evidence }) => `${firstId}${secondId} ${evidence[0]?.kind}`);

describe("likely duplicates", () => {
  test("by name, other name, spelling, initials, acronym and id, the likeliest first", () => {
    const entries = [
      entry("a", "Kassym-Jomart Tokayev", { aliases: ["the head of state"] }),
      entry("b", "Qasym-Zhomart Toqaev"),
      entry("c", "World Health Organization", { kind: "organisation" }),
      entry("d", "WHO", { kind: "organisation" }),
      entry("e", "Head of State, the", { kind: "group" }),
      entry("f", "Somebody", { wikidata: "Q1" }),
      entry("g", "Quite another", { wikidata: "Q1" }),
      entry("h", "Yerlan Karin"),
    ];
    expect(pairs(entries)).toEqual(["fg same_id", "ab spelling", "ae same_name", "cd acronym"]);
  });

  test("the evidence names both spellings, in the order of the ids", () => {
    const [found] = findDuplicates(
      [entry("b", "Б. Петров"), entry("a", "Boris Petrov", { aliases: ["x"] })],
      nobodySaid,
    );
    expect(found).toMatchObject({
      ...{ firstId: "a", secondId: "b" },
      evidence: [{ kind: "initials", first: "Boris Petrov", second: "Б. Петров" }],
    });
  });

  test("what somebody said is not the same, and what has different ids, is left out", () => {
    const twins = [entry("a", "Ana Li"), entry("b", "Ana Li")];
    expect(pairs(twins)).toEqual(["ab same_name"]);
    expect(pairs(twins, (a, b) => a === "a" && b === "b")).toEqual([]);
    expect(pairs([entry("a", "Ana Li", { wikidata: "Q1" }), entry("b", "Ana Li", { wikidata: "Q2" })])).toEqual([]);
  });

  test("a person is not the office that is named after them", () => {
    const office = entry("b", "Office of Boris Petrov", { kind: "organisation" });
    expect(pairs([entry("a", "Boris Petrov"), office])).toEqual([]);
    expect(pairs([entry("a", "Boris Petrov"), { ...office, kind: "person" }])).toEqual(["ab part"]);
  });

  test("names that are words of every object are only names", () => {
    expect(pairs([entry("a", "constructor"), entry("b", "__proto__"), entry("c", "Constructor")])).toEqual([
      "ac same_name",
    ]);
  });

  test("among ten thousand people of few names each planted misspelling is found", () => {
    const syllables = [
      "ka",
      "ro",
      "mi",
      "ten",
      "val",
      "sho",
      "ber",
      "li",
      "dun",
      "gra",
      "pet",
      "zu",
      "nor",
      "ix",
      "hul",
    ];
    const word = (n: number, length: number) => {
      let [rest, made] = [n * 7919 + 13, ""];
      for (let at = 0; at < length; at += 1) {
        made += syllables[rest % syllables.length];
        rest = Math.floor(rest / syllables.length) + at * 31;
      }
      return made;
    };
    const entries = Array.from({ length: 10_000 }, (_, n) => entry(`e${n}`, `${word(n % 200, 3)} ${word(n, 4)} ${n}`));
    entries.push(entry("planted", `${word(42, 3)} ${word(42, 4).replace("a", "ae")} 42`));
    expect(pairs(entries)).toContain("e42planted spelling");
  });
});
