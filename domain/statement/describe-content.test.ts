import { describe, expect, test } from "vitest";
import { defaultCodebook as codebook } from "@/domain/codebook/templates/default-codebook";
import { emptyContent } from "./content";
import { describeChange } from "./describe-content";
import type { StatementContent } from "./statement";

const [minister, outlet, target] = ["m", "o", "t"];
const speaker = (id: string, name: string) => ({
  ...{ id, name, kind: "person", aliases: [], roleTitle: null, organisationId: null, sector: null },
  ...{ function: null, country: null, fixed: false, mergedIntoId: null },
});
const registry = {
  speakers: [speaker(minister, "Zoë"), speaker(outlet, "The Diplomat")],
  targets: [{ id: target, key: "T1", name: "Reform", description: null, proposed: false, mergedIntoId: null }],
};
const nameOf = (id: string) => (id === "s3" ? "Statement 3" : null);
const base = emptyContent({ role: "content", start: 0, end: 6, quote: "“naïve" });
const value = codebook.stance.values[0];
const basis = codebook.stance.bases[0];

const changes: [string, Partial<StatementContent>, { part: string; before: string; after: string }[]][] = [
  ["nothing", {}, []],
  [
    "a cue",
    { spans: [...base.spans, { role: "cue", start: 9, end: 13, quote: "said" }] },
    [{ part: "Cue", before: "", after: "said" }],
  ],
  [
    "the same words at another place",
    { spans: [{ role: "content", start: 20, end: 26, quote: "“naïve" }] },
    [{ part: "Content", before: "“naïve", after: "“naïve (another of the same words)" }],
  ],
  [
    "a speaker",
    { speakerId: minister, chain: [outlet, minister] },
    [{ part: "Speaker", before: "", after: "The Diplomat → Zoë" }],
  ],
  [
    "a stance",
    { stances: [{ targetId: target, value: value?.key ?? null, basis: basis?.key ?? null }] },
    [{ part: codebook.stance.label, before: "", after: `${value?.label}: Reform (${basis?.label})` }],
  ],
  ["what is around it", { parentId: "s3" }, [{ part: "Inside", before: "", after: "Statement 3" }]],
  ["a link", { sameClaimAsId: "s3" }, [{ part: "Same claim as", before: "", after: "Statement 3" }]],
  [
    "a link to what is gone",
    { sameClaimAsId: "x" },
    [{ part: "Same claim as", before: "", after: "another statement" }],
  ],
  [
    "several parts",
    { note: "👩‍👩‍👧", confidence: "unsure" },
    [
      { part: "Confidence", before: "sure", after: "unsure" },
      { part: "Note", before: "", after: "👩‍👩‍👧" },
    ],
  ],
];

describe("a change in words", () => {
  test.each(changes)("%s", (_name, change, parts) => {
    const found = describeChange(base, { ...base, ...change }, { codebook, registry, nameOf });
    expect(found.map(({ part, before, after }) => ({ part, before, after }))).toEqual(parts);
  });

  test("what was made or deleted is told with all that is filled in", () => {
    const whole = { ...base, note: "a note" };
    const told = [
      ["Content", "“naïve"],
      ["Confidence", "sure"],
      ["Note", "a note"],
    ];
    const context = { codebook, registry };
    expect(describeChange(null, whole, context).map(({ part, after }) => [part, after])).toEqual(told);
    expect(describeChange(whole, null, context).map(({ part, before }) => [part, before])).toEqual(told);
  });
});
