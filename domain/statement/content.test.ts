import { describe, expect, it } from "vitest";
import { emptyContent, isFilled, withSpeaker } from "./content";
import { StatementContent } from "./statement";

const span = { role: "content", start: 0, end: 2, quote: "👍👍" };
const OUTLET = "00000000-0000-7000-8000-000000000001";
const AGENCY = "00000000-0000-7000-8000-000000000002";
const ANNA = "00000000-0000-7000-8000-000000000003";

describe("statement content", () => {
  it("begins with a span and nothing decided", () => {
    const content = emptyContent(span);
    expect(StatementContent.parse(content)).toEqual(content);
    expect(content).toMatchObject({ spans: [span], speakerId: null, stances: [], fields: {} });
  });

  it.each([
    ["a speaker", [], ANNA, [OUTLET, ANNA]],
    ["the outlet's own voice", [OUTLET, ANNA], OUTLET, [OUTLET]],
    [
      "another speaker, relayed as before",
      [OUTLET, AGENCY, ANNA],
      OUTLET.replace("1", "4"),
      [OUTLET, AGENCY, OUTLET.replace("1", "4")],
    ],
    ["the relayer itself", [OUTLET, AGENCY, ANNA], AGENCY, [OUTLET, AGENCY]],
    ["the outlet after a relayed speaker", [OUTLET, AGENCY, ANNA], OUTLET, [OUTLET]],
    ["nobody", [OUTLET, ANNA], null, []],
  ])("takes %s", (_name, chain, speakerId, expected) => {
    const content = { ...emptyContent(span), chain, speakerId: chain.at(-1) ?? null };
    expect(withSpeaker(content, speakerId, OUTLET)).toEqual({ ...content, speakerId, chain: expected });
  });

  it.each([
    [undefined, false],
    ["", false],
    [[], false],
    ["x", true],
    [["x"], true],
    [false, true],
    [0, true],
  ])("%j is filled: %s", (answer, filled) => {
    expect(isFilled(answer)).toBe(filled);
  });
});
