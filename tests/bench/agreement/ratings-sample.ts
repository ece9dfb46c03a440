import type { AgreementDocument, Attribute } from "@/domain/agreement/agreement-document";
import { SeededRandom } from "@/tests/support/seeded-random";

/** `labels` ratings in any order, three to a unit, of which four in five are the unit's own label. */
export function sampleRatings({ labels, values, documents }: { labels: number; values: number; documents: number }) {
  const generator = new SeededRandom(20220121);
  const random = () => generator.next();
  const units = Math.ceil(labels / 3);
  const own = Int32Array.from({ length: units }, () => Math.floor(random() * values));
  const unitOf = new Int32Array(labels);
  const chosen = new Int32Array(labels);
  for (let at = 0; at < labels; at++) {
    // By annotator, as they come out of a database: each unit's ratings far apart.
    const unit = at % units;
    unitOf[at] = unit;
    chosen[at] = random() < 0.8 ? (own[unit] as number) : Math.floor(random() * values);
  }
  const documentStarts = Int32Array.from({ length: documents + 1 }, (_, document) =>
    Math.floor((document * units) / documents),
  );
  return { unitOf, chosen, units, documentStarts };
}

const STANCES = ["strongly_oppose", "oppose", "neutral", "support", "strongly_support"];

export const SAMPLE_ATTRIBUTES: Attribute[] = [
  {
    key: "stance",
    measure: "ordinal",
    values: [...STANCES, "mixed", "unclear"],
    scale: STANCES.map((value, score) => ({ value, score })),
  },
  { key: "sourcing", measure: "nominal", values: Array.from({ length: 8 }, (_, at) => `sourcing ${at}`), scale: [] },
  { key: "speaker", measure: "nominal", values: [], scale: [] },
  { key: "form", measure: "nominal", values: Array.from({ length: 5 }, (_, at) => `form ${at}`), scale: [] },
  { key: "claim_type", measure: "nominal", values: Array.from({ length: 6 }, (_, at) => `claim ${at}`), scale: [] },
];

const SPEAKERS = Array.from({ length: 2000 }, (_, at) => `speaker ${at}`);

/** A document of 15 statements that each annotator finds nine times in ten, with small shifts of their edges. */
export function sampleDocument(index: number, annotators: number, revision = 1): AgreementDocument {
  const generator = new SeededRandom(index * 100 + revision);
  const random = () => generator.next();
  const pick = (values: readonly string[]) => values[Math.floor(random() * values.length)] as string;
  const truths = Array.from({ length: 15 }, (_, at) => {
    const start = at * 160 + Math.floor(random() * 40);
    const labels = Object.fromEntries(
      SAMPLE_ATTRIBUTES.map(({ key, values }) => [key, pick(values.length === 0 ? SPEAKERS : values)]),
    );
    return { start, end: start + 40 + Math.floor(random() * 80), labels };
  });
  const passes = Array.from({ length: annotators }, (_, annotator) => ({
    annotatorId: `annotator ${annotator}`,
    assignmentId: `assignment ${index} ${annotator}`,
    statements: truths.flatMap(({ start, end, labels }, at) => {
      if (random() > 0.9) return [];
      const shift = Math.floor(random() * 9);
      return [
        {
          id: `${index} ${annotator} ${at}`,
          ranges: [{ start: start + shift, end: end + Math.floor(random() * 9) }],
          labels: Object.fromEntries(
            SAMPLE_ATTRIBUTES.map(({ key, values }) => [
              key,
              random() < 0.75 ? (labels[key] as string) : pick(values.length === 0 ? SPEAKERS : values),
            ]),
          ),
        },
      ];
    }),
  }));
  return { id: `document ${String(index).padStart(4, "0")}`, revision: String(revision), length: 2500, passes };
}
