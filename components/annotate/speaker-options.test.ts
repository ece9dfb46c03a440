import { describe, expect, test } from "vitest";
import { defaultCodebook as codebook } from "@/domain/codebook/templates/default-codebook";
import type { Speaker } from "@/domain/contract/registry";
import { searchSpeakers } from "./search-speakers";
import { speakerOptions } from "./speaker-options";

const speaker = (id: string, name: string, more: Partial<Speaker> = {}): Speaker => ({
  id,
  name,
  kind: "person",
  aliases: [],
  roleTitle: null,
  organisationId: null,
  sector: null,
  function: null,
  country: null,
  fixed: false,
  mergedIntoId: null,
  ...more,
});

const speakers = [
  speaker("outlet", "The article itself", { kind: "outlet", fixed: true }),
  speaker("unknown", "Unknown", { kind: "unknown", fixed: true }),
  speaker("anders", "Anders Åkesson"),
  speaker("tokayev", "Kassym-Jomart Tokayev", { roleTitle: "President", aliases: ["the head of state"] }),
  speaker("karin", "Yerlan Karin"),
  speaker("gone", "Y. Karin", { mergedIntoId: "karin" }),
];
const context = { codebook, named: new Set(["karin"]), used: ["tokayev"], chosen: null };
const ids = (options: readonly { id: string }[]) => options.map((option) => option.id);

describe("speakers to choose from", () => {
  const options = speakerOptions(speakers, context);

  test("those of this article come first, then the outlet and the unknown, then the rest; merged ones are gone", () => {
    expect(ids(options)).toEqual(["tokayev", "karin", "outlet", "unknown", "anders"]);
  });

  test("one that was merged is found as the one that stands for it, also where only its name stands in the article", () => {
    expect(searchSpeakers(options, "Y. Karin")[0]?.id).toBe("karin");
    expect(ids(speakerOptions(speakers, { ...context, named: new Set(["gone"]), used: [] }))[0]).toBe("karin");
    expect(ids(speakerOptions(speakers, { ...context, named: new Set(), used: ["gone"] }))[0]).toBe("karin");
  });

  test("one that is retired is offered only while it is chosen", () => {
    const retired = [...speakers, speaker("old", "Old Name", { retired: true })];
    expect(ids(speakerOptions(retired, context))).not.toContain("old");
    expect(ids(speakerOptions(retired, { ...context, chosen: "old" }))).toContain("old");
  });

  test("one that was merged stays while it is chosen", () => {
    expect(ids(speakerOptions(speakers, { ...context, chosen: "gone" }))).toContain("gone");
  });

  test.each([
    ["tokaev", "tokayev"],
    ["TOKAYEV kassym", "tokayev"],
    ["head of state", "tokayev"],
    ["akeson", "anders"],
    ["karin", "karin"],
    ["Tokayev Kassym-Jomart", "tokayev"],
    ["Yerlān", "karin"],
    ["Токаев", "tokayev"],
    ["касым токаев", "tokayev"],
    ["ерлан", "karin"],
    ["tokyaev", "tokayev"],
  ])("“%s” finds %s", (query, id) => {
    expect(searchSpeakers(options, query)[0]?.id).toBe(id);
  });

  test("in a registry of ten thousand each is found by a misspelt name, and sorted once", () => {
    const syllables = ["ka", "sym", "to", "yev", "na", "zar", "bek", "aly", "dos", "mir"];
    const many = Array.from({ length: 10_000 }, (_, number) => {
      const [a, b, c, d] = [...String(number).padStart(4, "0")].map((digit) => syllables[Number(digit)]);
      return speaker(`s${number}`, `${a}${b}an ${c}${d}ov`);
    });
    const crowd = speakerOptions([...speakers, ...many], context);
    expect(crowd).toHaveLength(10_005);
    expect(searchSpeakers(crowd, "tokaev")[0]?.id).toBe("tokayev");
    expect(searchSpeakers(crowd, "zarbekov kasyman")[0]?.label).toBe("kasyman zarbekov");
  });

  test("the outlet and the unknown are always there", () => {
    const offered = searchSpeakers(options, "nobody of that name");
    expect(ids(offered)).toEqual(["outlet", "unknown"]);
    expect(offered.every(({ unasked }) => unasked)).toBe(true);
    expect(searchSpeakers(options, "unknown")[0]).toMatchObject({ id: "unknown" });
    expect(searchSpeakers(options, "unknown")[0]?.unasked).toBeUndefined();
    expect(ids(searchSpeakers(options, " "))).toEqual(ids(options));
  });
});
