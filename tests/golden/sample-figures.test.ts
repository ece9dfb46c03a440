import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { AgreementDocument } from "@/domain/agreement/agreement-document";
import { cohenKappa, confusionTable } from "@/domain/agreement/cohen-kappa";
import { describeAttributes, toAgreementStatement } from "@/domain/agreement/describe-attributes";
import { documentStatistics } from "@/domain/agreement/document-statistics";
import { findCases } from "@/domain/agreement/find-cases";
import { nominalAlpha } from "@/domain/agreement/krippendorff-alpha";
import { projectAgreement } from "@/domain/agreement/project-agreement";
import { ratingsOf } from "@/domain/agreement/ratings";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import type { Statement } from "@/domain/statement/statement";
import { DocumentText } from "@/domain/text/document-text";
import { overlapsAny, spansInRole } from "@/domain/text/spans";
import { parseReading } from "@/seeds/sample/parse-reading";
import { speakers, targets } from "@/seeds/sample/registry";

interface Expected {
  unit_F1: number;
  n_A: number;
  matched: number;
  tokens: number;
  token_alpha_binary: Record<string, number>;
  attributes: Record<
    string,
    {
      n: number;
      percent: number;
      cohen_kappa: number;
      krippendorff_alpha_nominal: number;
      disagree: [string, string, string, string][];
    }
  >;
}

const load = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
const expected: Expected = JSON.parse(load("./expected-a-vs-b.json"));
const text = new DocumentText(load("../../seeds/sample/article.txt"));
const same = (keys: string[]) => Object.fromEntries(keys.map((key) => [key, key]));

function pass(name: "a" | "b") {
  const statements = parseReading(JSON.parse(load(`../../seeds/sample/reading-${name}.json`)), {
    text,
    speakerIds: same(["outlet", ...Object.keys(speakers)]),
    targetIds: same(Object.keys(targets)),
    statementId: (key) => key,
  });
  return {
    annotatorId: name,
    assignmentId: `assignment of ${name}`,
    statements: statements.map(({ id, content }) =>
      toAgreementStatement({ ...content, id } as Statement, defaultCodebook),
    ),
  };
}

/** The readings with all spans, for what is compared by token. */
function spansOf(name: "a" | "b", role: string) {
  const reading = parseReading(JSON.parse(load(`../../seeds/sample/reading-${name}.json`)), {
    text,
    speakerIds: same(["outlet", ...Object.keys(speakers)]),
    targetIds: same(Object.keys(targets)),
    statementId: (key) => key,
  });
  return reading.flatMap(({ content }) => spansInRole(content.spans, role));
}

const document: AgreementDocument = {
  id: "article",
  revision: "1",
  length: text.length,
  passes: [pass("a"), pass("b")],
};
const attributes = describeAttributes(defaultCodebook);
const statistics = [documentStatistics(document, attributes)];
const agreement = projectAgreement(statistics, { attributes });

/** The attribute behind each name of the expected figures. */
const NAMES = {
  speaker: "speaker",
  form: "form",
  sourcing: "sourcing",
  claim_type: "claim_type",
  primary_stance_value: "stance",
  primary_stance_target: "target",
};

describe("figures of the sample's readings", () => {
  it("found: unit F1, and how many statements labels rest on", () => {
    expect(agreement.found.half).toMatchObject({ value: expected.unit_F1, status: "ok", units: expected.n_A });
    expect(agreement).toMatchObject({ documents: 1, statements: expected.n_A, aligned: expected.matched });
    expect(agreement.pairs[0]).toMatchObject({ found: { value: expected.unit_F1, units: expected.n_A } });
  });

  it.each(Object.entries(NAMES))("%s: percent agreement, kappa, alpha, each differing pair", (name, key) => {
    const wanted = expected.attributes[name] as Expected["attributes"][string];
    const found = agreement.attributes.find((attribute) => attribute.key === key);
    expect(found?.nominal).toMatchObject({ units: wanted.n, annotators: 2, documents: 1 });
    expect(found?.raw.value).toBeCloseTo(wanted.percent, 4);
    expect(found?.nominal.value).toBeCloseTo(wanted.krippendorff_alpha_nominal, 4);
    const pair = agreement.pairs[0]?.attributes[key];
    expect(pair?.raw).toBeCloseTo(wanted.percent, 4);
    // On a scale the matrix holds weighted kappa.
    if (key !== "stance") expect(pair?.kappa.value).toBeCloseTo(wanted.cohen_kappa, 4);

    const cases = findCases(statistics, { kind: "differing", attribute: key }).map(({ members }) => [
      ...members.map(({ statementId }) => statementId),
      ...members.map(({ label }) => label),
    ]);
    expect(cases.sort()).toEqual([...wanted.disagree].sort());
  });

  it.each(Object.entries(expected.token_alpha_binary))("%s by token: alpha %d", (role, alpha) => {
    const tokens = [...text.text.matchAll(/\S+/gu)].map(({ index, 0: word }) => ({
      start: text.fromUtf16(index),
      end: text.fromUtf16(index + word.length),
    }));
    expect(tokens).toHaveLength(expected.tokens);
    const [a, b] = (["a", "b"] as const).map((name) => spansOf(name, role));
    const rows = tokens.map((token) => [overlapsAny([token], a ?? []), overlapsAny([token], b ?? [])]);
    expect(nominalAlpha(ratingsOf(rows)).value).toBeCloseTo(alpha, 4);
  });

  it("primary stance: unweighted kappa", () => {
    const order = ["oppose", "neutral", "support", "mixed", "unclear", "none"];
    const { labels, ratings } = statistics[0]?.attributes.stance ?? { labels: [], ratings: [] };
    const column = (first: number) =>
      ratings
        .filter((_, at) => at % 2 === first)
        .map((label) => (label < 0 ? null : order.indexOf(labels[label] as string)));
    const { value } = cohenKappa(confusionTable(column(0), column(1), order.length));
    expect(value).toBeCloseTo(expected.attributes.primary_stance_value?.cohen_kappa as number, 4);
  });
});
