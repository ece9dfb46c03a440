import { describe, expect, it } from "vitest";
import { describeAttributes, toAgreementStatement } from "@/domain/agreement/describe-attributes";
import { documentStatistics } from "@/domain/agreement/document-statistics";
import { findCases } from "@/domain/agreement/find-cases";
import { projectAgreement } from "@/domain/agreement/project-agreement";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import { findClusters } from "@/domain/review/find-clusters";
import type { Statement } from "@/domain/statement/statement";
import { SeededRandom } from "@/tests/support/seeded-random";

const ANNOTATORS = ["ada", "ben", "cem", "dua"];
const PLACES = 6;
const KINDS = ["missing", "boundary", "speaker", "stance", "form", "sourcing"] as const;
type Kind = (typeof KINDS)[number];

/** One annotator disagrees with all others about one statement. */
interface Planted {
  documentId: string;
  place: number;
  annotator: string;
  kind: Kind;
}

function truthAt(place: number, random: SeededRandom): Statement {
  const start = place * 120 + random.below(20);
  return {
    spans: [{ role: "content", start, end: start + 60, quote: "x".repeat(60) }],
    speakerId: random.pick(["mayor", "union", "ministry"]),
    chain: [],
    stances: [{ targetId: "tram", value: random.pick(["oppose", "neutral"]), basis: "explicit" }],
    fields: { form: random.pick(["direct", "indirect"]), sourcing: random.pick(["document", "named_person"]) },
    ...{ confidence: "sure", note: "", parentId: null, sameClaimAsId: null },
  } as unknown as Statement;
}

/** What the annotator makes of the statement: of what everybody else sees, something else. */
function disagree(truth: Statement, kind: Kind, random: SeededRandom): Statement[] {
  const [span] = truth.spans;
  const [stance] = truth.stances;
  if (!span || !stance) throw new RangeError("a statement without span or stance");
  switch (kind) {
    case "missing":
      return [];
    case "boundary": {
      const end = span.end + 1 + random.below(20);
      return [{ ...truth, spans: [{ ...span, end, quote: "x".repeat(end - span.start) }] }];
    }
    case "speaker":
      return [{ ...truth, speakerId: "somebody else" }];
    case "stance":
      return [{ ...truth, stances: [{ ...stance, value: "support" }] }];
    default:
      return [{ ...truth, fields: { ...truth.fields, [kind]: kind === "form" ? "mixed" : "unattributed" } }];
  }
}

function plantProject(random: SeededRandom) {
  const planted: Planted[] = [];
  const documents = Array.from({ length: 200 }, (_, index) => {
    const documentId = `document ${index}`;
    const passes = ANNOTATORS.map((annotatorId) => ({
      ...{ annotatorId, assignmentId: annotatorId, statements: [] as Statement[] },
    }));
    for (let place = 0; place < PLACES; place++) {
      const truth = truthAt(place, random);
      const plant = random.chance(0.3)
        ? { documentId, place, annotator: random.pick(ANNOTATORS), kind: random.pick(KINDS) }
        : null;
      if (plant) planted.push(plant);
      for (const { annotatorId, statements } of passes) {
        const own = plant?.annotator === annotatorId ? disagree(truth, plant.kind, random) : [truth];
        statements.push(...own.map((statement) => ({ ...statement, id: `${annotatorId} ${place}` })));
      }
    }
    return { documentId, passes };
  });
  return { documents, planted };
}

/** Who stands alone, when one does. */
function loner(answers: [string, string | null][]): string | undefined {
  return answers.find(([, one]) => answers.filter(([, other]) => other === one).length === 1)?.[0];
}

describe("200 documents of four annotators with planted disagreements", () => {
  const { documents, planted } = plantProject(new SeededRandom(20220121));
  const attributes = describeAttributes(defaultCodebook);
  const statistics = documents.map(({ documentId, passes }) =>
    documentStatistics(
      {
        ...{ id: documentId, revision: "1", length: 1000 },
        passes: passes.map((pass) => ({
          ...pass,
          statements: pass.statements.map((statement) => toAgreementStatement(statement, defaultCodebook)),
        })),
      },
      attributes,
    ),
  );
  const of = (kind: Kind) =>
    planted
      .filter((plant) => plant.kind === kind)
      .map(({ documentId, place, annotator }) => `${documentId}, statement ${place}: ${annotator}`)
      .sort();
  const placeOf = (start: number) => Math.floor(start / 120);

  it("has some of every kind", () => {
    for (const kind of KINDS) expect(of(kind).length).toBeGreaterThan(20);
  });

  it("review finds every one, of the right kind and with who stands alone, and invents none", () => {
    const found = new Map<string, string[]>(KINDS.map((kind) => [kind, []]));
    for (const { documentId, passes } of documents) {
      const clusters = findClusters(passes, defaultCodebook);
      expect(clusters).toHaveLength(PLACES);
      for (const { start, disagreements } of clusters) {
        for (const { kind, subject, answers } of disagreements) {
          const name = kind === "field" ? subject : kind;
          const line = `${documentId}, statement ${placeOf(start)}: ${loner(Object.entries(answers))}`;
          found.set(name, [...(found.get(name) ?? []), line]);
        }
      }
    }
    for (const kind of KINDS) expect(found.get(kind)?.sort(), kind).toEqual(of(kind));
    expect([...found.keys()].sort()).toEqual([...KINDS].sort());
  });

  it("the passages behind the figures of agreement are the same ones", () => {
    const missing = findCases(statistics, { kind: "missing" }).map(({ documentId, start, members }) => {
      const who = members.find(({ statementId }) => statementId === null)?.annotatorId;
      return `${documentId}, statement ${placeOf(start)}: ${who}`;
    });
    expect(missing.sort()).toEqual(of("missing"));
    for (const attribute of attributes.map(({ key }) => key)) {
      const differing = findCases(statistics, { kind: "differing", attribute }).map(
        ({ documentId, start, members }) => {
          const who = loner(members.map(({ annotatorId, label }) => [annotatorId, label]));
          return `${documentId}, statement ${placeOf(start)}: ${who}`;
        },
      );
      const wanted = (KINDS as readonly string[]).includes(attribute) ? of(attribute as Kind) : [];
      expect(differing.sort(), attribute).toEqual(wanted);
    }
  });

  it("the figures count them", () => {
    const { found, statements, attributes: figures, perDocument } = projectAgreement(statistics, { attributes });
    expect(statements).toBe(200 * PLACES);
    // Six pairs a statement; who misses it takes three of them away, and as many statements from |A| + |B|.
    const pairs = 6 * 200 * PLACES;
    const lost = 3 * of("missing").length;
    expect(found.half.value).toBeCloseTo((2 * (pairs - lost)) / (2 * pairs - lost), 12);
    const inexact = 3 * of("boundary").length;
    expect(found.exact.value).toBeCloseTo((2 * (pairs - lost - inexact)) / (2 * pairs - lost), 12);
    for (const { key, confusions } of figures) {
      const count = confusions.reduce((sum, confusion) => sum + confusion.count, 0);
      expect(count, key).toBe((KINDS as readonly string[]).includes(key) ? 3 * of(key as Kind).length : 0);
    }
    // A boundary that is off is no disagreement about what was found or chosen.
    const counted = perDocument.reduce((sum, { disagreements }) => sum + disagreements, 0);
    expect(counted).toBe(planted.length - of("boundary").length);
  });
});
