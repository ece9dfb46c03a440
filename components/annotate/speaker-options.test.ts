import { describe, expect, test } from "vitest";
import type { Speaker } from "@/domain/contract/registry";
import { defaultCodebook as codebook } from "@/seeds/default-codebook";
import { searchSpeakers, speakerOptions } from "./speaker-options";

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
const context = { codebook, text: "State Secretary Yerlan Karin said …", used: ["tokayev"], chosen: null };
const ids = (options: readonly { id: string }[]) => options.map((option) => option.id);

describe("speakers to choose from", () => {
  const options = speakerOptions(speakers, context);

  test("those of this article come first, then the outlet and the unknown, then the rest; merged ones are gone", () => {
    expect(ids(options)).toEqual(["tokayev", "karin", "outlet", "unknown", "anders"]);
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
  ])("“%s” finds %s", (query, id) => {
    expect(searchSpeakers(options, query)[0]?.id).toBe(id);
  });

  test("the outlet and the unknown are always there", () => {
    expect(ids(searchSpeakers(options, "nobody of that name"))).toEqual(["outlet", "unknown"]);
    expect(ids(searchSpeakers(options, " "))).toEqual(ids(options));
  });
});
