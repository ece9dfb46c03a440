import { emptyContent } from "@/domain/statement/content";
import type { StatementContent } from "@/domain/statement/statement";
import { DocumentText } from "@/domain/text/document-text";
import { makeSpan } from "@/domain/text/spans";
import type { SeededRandom } from "./seeded-random";

/** Readings of one text by several people that say the same but where it was planted that one of them differs. */
export interface PlantedDocument {
  text: string;
  /** By person: the contents of their statements, in no order. */
  readings: StatementContent[][];
  /** Each as `kind subject` with the first content offset of the passage, e.g. `12 stance <target id>`; sorted. */
  planted: string[];
}

type Names = { outletId: string; speakerIds: readonly string[]; targetIds: readonly string[] };

const WORDS = "rain фабрика 👩‍👩‍👧 e\u0301cole 市場 prices voted 𝒳 again naïve".split(" ");
const KINDS = [
  "none",
  "none",
  "missing",
  "extra",
  "boundary",
  "cue",
  "speaker",
  "stance",
  "target",
  "sourcing",
] as const;

/** `people` readings of a text of `sentences`, each sentence marked by all but where something else is planted. */
export function plantReadings(random: SeededRandom, names: Names, people: number, sentences: number): PlantedDocument {
  const readings: StatementContent[][] = Array.from({ length: people }, () => []);
  const planted: string[] = [];
  const written = Array.from({ length: sentences }, () => {
    const words = Array.from({ length: 8 + random.below(6) }, () => random.pick(WORDS));
    return `She said that ${words.join(" ")}.`;
  });
  const text = new DocumentText(written.join(" "));
  let at = 0;
  for (const sentence of written) {
    const end = at + Array.from(sentence).length - 1;
    const start = at + 14;
    const speakerId = random.pick(names.speakerIds);
    const targetId = random.pick(names.targetIds);
    const content = makeSpan(text, "content", { start, end });
    const cue = makeSpan(text, "cue", { start: at + 4, end: at + 8 });
    const agreed: StatementContent = {
      ...emptyContent(content),
      spans: [content, cue],
      speakerId,
      chain: [names.outletId, speakerId],
      stances: [{ targetId, value: "support", basis: "explicit" }],
      fields: { sourcing: "named_person", form: "indirect" },
    };
    const kind = random.pick(KINDS);
    const odd = random.below(people);
    const other = <One>(all: readonly One[], than: One) => random.pick(all.filter((one) => one !== than));
    const shorter = makeSpan(text, "content", { start, end: end - Math.floor((end - start) / 4) });
    const stranger = other(names.speakerIds, speakerId);
    const elsewhere = other(names.targetIds, targetId);
    const differing: Partial<Record<typeof kind, [content: StatementContent, ...found: string[]]>> = {
      boundary: [{ ...agreed, spans: [shorter, cue] }, "boundary content"],
      cue: [{ ...agreed, spans: [content] }, "boundary cue"],
      speaker: [{ ...agreed, speakerId: stranger, chain: [names.outletId, stranger] }, "speaker speaker"],
      stance: [{ ...agreed, stances: [{ targetId, value: "oppose", basis: "explicit" }] }, `stance ${targetId}`],
      target: [
        { ...agreed, stances: [{ targetId: elsewhere, value: "support", basis: "explicit" }] },
        `stance ${targetId}`,
        `stance ${elsewhere}`,
      ],
      sourcing: [{ ...agreed, fields: { ...agreed.fields, sourcing: "document" } }, "field sourcing"],
    };
    const [changed, ...found] = differing[kind] ?? [agreed];
    for (const [person, statements] of readings.entries()) {
      const marks = kind === "missing" ? person !== odd : kind !== "extra" || person === odd;
      if (marks) statements.push(person === odd ? changed : agreed);
    }
    const shown = kind === "missing" || kind === "extra" ? ["missing missing"] : found;
    planted.push(...shown.map((one) => `${start} ${one}`));
    at = end + 2;
  }
  return { text: text.text, readings, planted: planted.sort() };
}
