import { describe, expect, it } from "vitest";
import { SAMPLE_ATTRIBUTES, sampleDocument } from "@/tests/bench/agreement/ratings-sample";
import type { Attribute } from "./agreement-document";
import { documentStatistics } from "./document-statistics";
import type { Figure } from "./figure";
import { jackknifeInterval } from "./jackknife";
import { projectAgreement } from "./project-agreement";
import type { ProjectAgreement } from "./project-agreement-result";

// The stance once more on scores of its own, so that each kind of alpha is there.
const stance = SAMPLE_ATTRIBUTES[0] as Attribute;
const attributes: Attribute[] = [...SAMPLE_ATTRIBUTES.filter(({ key }) => key !== "stance"), stance];
const scored = attributes.map((attribute) =>
  attribute.key === "stance" ? { ...attribute, measure: "interval" as const } : attribute,
);

describe.each([
  ["ordinal", attributes],
  ["interval", scored],
])("intervals of a project, stance %s", (_, measured) => {
  const statistics = Array.from({ length: 7 }, (__, index) => documentStatistics(sampleDocument(index, 3), measured));
  const options = { attributes: measured };
  const all = projectAgreement(statistics, options);
  const without = statistics.map((left) =>
    projectAgreement(
      statistics.filter((one) => one !== left),
      options,
    ),
  );

  const figures: [string, (agreement: ProjectAgreement) => Figure | undefined, number?][] = [
    ["found, half", ({ found }) => found.half, 0],
    ["found, exact", ({ found }) => found.exact, 0],
    ["found, characters", ({ found }) => found.characters, 0],
    ["marked text", ({ markedText }) => markedText],
    ...measured.flatMap(({ key }): typeof figures => [
      [`${key}, its measure`, (agreement) => agreement.attributes.find((one) => one.key === key)?.alpha],
      [`${key}, nominal`, (agreement) => agreement.attributes.find((one) => one.key === key)?.nominal],
    ]),
  ];

  it.each(figures)("%s: the same as leaving each document out by hand", (__, pick, least) => {
    const figure = pick(all) as Figure;
    const leftOut = without.map((agreement) => pick(agreement)?.value ?? null);
    const wanted = jackknifeInterval(figure.value as number, leftOut, least === undefined ? {} : { least });
    expect(figure).toMatchObject({ status: "ok", intervalStatus: "ok", documents: 7, annotators: 3 });
    if (typeof wanted === "string") throw new Error(wanted);
    expect(figure.interval?.low).toBeCloseTo(wanted.low, 9);
    expect(figure.interval?.high).toBeCloseTo(wanted.high, 9);
    expect(wanted.low).toBeLessThan(wanted.high);
  });

  it("no interval of few documents or few statements, and no verdict of very few statements", () => {
    const few = projectAgreement(statistics.slice(0, 4), options);
    expect(few.found.half).toMatchObject({ interval: null, intervalStatus: "too_few_documents" });
    expect(few.attributes[0]?.alpha).toMatchObject({
      status: "ok",
      interval: null,
      intervalStatus: "too_few_documents",
    });
    const one = projectAgreement(statistics.slice(0, 1), options);
    expect(one.attributes[0]?.alpha).toMatchObject({ intervalStatus: "too_few_units", documents: 1 });
    expect(one.attributes[0]?.raw).toMatchObject({ status: "ok", intervalStatus: "none" });
    const none = projectAgreement([], options);
    expect(none.found.half).toMatchObject({ value: null, status: "no_pairable_units", intervalStatus: "undefined" });
    expect(none.attributes[0]?.alpha).toMatchObject({ value: null, status: "no_pairable_units" });
  });
});
