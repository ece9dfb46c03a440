import { describe, expect, it } from "vitest";
import type { Codebook } from "@/domain/codebook/codebook";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import { emptyContent } from "@/domain/statement/content";
import type { StatementContent } from "@/domain/statement/statement";
import { DocumentText } from "@/domain/text/document-text";
import { makeSpan } from "@/domain/text/spans";
import { composeGold } from "./compose-gold";
import { listParts } from "./gold-parts";

const text = new DocumentText("👩‍👩‍👧 said that the tram is late.");
const span = (role: string, start: number, end: number) => makeSpan(text, role, { start, end });

const a: StatementContent = {
  ...emptyContent(span("content", 11, 32)),
  spans: [span("content", 11, 32), span("cue", 6, 10)],
  speakerId: "anna",
  chain: ["outlet", "anna"],
  stances: [{ targetId: "tram", value: "oppose", basis: "explicit" }],
  fields: { sourcing: "named_person", form: "indirect", certainty: "certain" },
  note: "from a",
  parentId: "p",
  sameClaimAsId: "s",
};
const b: StatementContent = {
  ...a,
  spans: [span("content", 16, 32), span("source", 0, 5)],
  speakerId: "ben",
  chain: ["outlet", "ben"],
  stances: [],
  fields: { sourcing: "named_person", form: "mixed" },
  confidence: "unsure",
};
const members = [
  { id: "A", content: a },
  { id: "B", content: b },
];
const compose = (choices: Parameters<typeof composeGold>[1], codebook: Codebook = defaultCodebook) =>
  composeGold(members, choices, codebook);

describe("composeGold", () => {
  it("accepts one member as it is, without its links into the reading", () => {
    const gold = compose({ baseId: "B" });
    expect(gold.content).toEqual({ ...b, parentId: null, sameClaimAsId: null });
    expect(gold.decision).toBe("accepted");
    expect(Object.keys(gold.provenance)).toEqual(listParts(defaultCodebook));
    expect(new Set(Object.values(gold.provenance))).toEqual(new Set(["B"]));
  });

  it("takes A's boundaries with B's speaker and form", () => {
    const gold = compose({ baseId: "A", parts: { speaker: "B", form: "B", source: "B", certainty: "B" } });
    expect(gold.content).toMatchObject({
      speakerId: "ben",
      chain: ["outlet", "ben"],
      stances: a.stances,
      fields: { sourcing: "named_person", form: "mixed" },
    });
    expect(gold.content.fields).not.toHaveProperty("certainty");
    expect(gold.content.spans).toEqual([span("content", 11, 32), span("cue", 6, 10), span("source", 0, 5)]);
    expect(gold.decision).toBe("mixed");
    expect(gold.provenance).toMatchObject({
      content: "A",
      cue: "A",
      source: "B",
      speaker: "B",
      form: "B",
      certainty: "B",
      sourcing: "A",
    });
  });

  it("counts as accepted what is the same in the other member too", () => {
    expect(compose({ baseId: "A", parts: { sourcing: "B", note: "B" } }).decision).toBe("accepted");
  });

  it("marks the parts that nobody had as edited, and those alone", () => {
    const edited = { ...a, speakerId: "cleo", chain: ["outlet", "cleo"], fields: { ...a.fields, form: "mixed" } };
    const gold = compose({ baseId: "A", edited });
    expect(gold.decision).toBe("edited");
    expect(gold.content).toEqual({ ...edited, parentId: null, sameClaimAsId: null });
    expect(gold.provenance).toMatchObject({ content: "A", speaker: "edited", form: "B" });
  });

  it("does not mind the order of stances or of fragments", () => {
    const stances = [...a.stances, { targetId: "bus", value: "support", basis: "inferred" }];
    const gold = composeGold(
      [{ id: "A", content: { ...a, stances } }],
      { baseId: "A", edited: { ...a, stances: stances.toReversed(), spans: a.spans.toReversed() } },
      defaultCodebook,
    );
    expect(gold.decision).toBe("accepted");
  });

  it("keeps a field apart from a role of the same name", () => {
    const codebook: Codebook = {
      ...defaultCodebook,
      fields: [
        {
          key: "cue",
          label: "Cue",
          definition: "",
          type: "text",
          measure: "nominal",
          required: false,
          enabled: true,
          values: [],
        },
      ],
    };
    expect(listParts(codebook)).toContain("field.cue");
    const withField = { id: "C", content: { ...b, fields: { cue: "nod" } } };
    const gold = composeGold([...members, withField], { baseId: "A", parts: { "field.cue": "C" } }, codebook);
    expect(gold.content.fields).toMatchObject({ cue: "nod" });
    expect(gold.content.spans).toEqual(a.spans);
  });

  it("refuses a member that is not in the cluster", () => {
    expect(() => compose({ baseId: "Z" })).toThrow(RangeError);
    expect(() => compose({ baseId: "A", parts: { cue: "Z" } })).toThrow(/statement Z is not among the 2 members/);
  });
});
