import { emptyContent } from "@/domain/statement/content";
import type { StatementContent } from "@/domain/statement/statement";
import { DocumentText } from "@/domain/text/document-text";
import { makeSpan } from "@/domain/text/spans";

/** A document of the bench and its statements, the same on every run. */
export type BenchCase = { name: string; characters: number; statements: number; overlaps: boolean };

export const CASES: readonly BenchCase[] = [
  { name: "2.5k", characters: 2_500, statements: 20, overlaps: false },
  { name: "50k", characters: 50_000, statements: 500, overlaps: false },
  { name: "50k overlaps", characters: 50_000, statements: 500, overlaps: true },
  { name: "500k", characters: 500_000, statements: 5_000, overlaps: false },
  { name: "1M", characters: 1_000_000, statements: 20_000, overlaps: false },
];

/** What the statements name; the bare pages leave it out. */
export type Named = { outletId: string; speakerIds: readonly string[]; targetIds: readonly string[] };

const NAMES = ["Ewa Lind", "The ministry", "Sergei Ким", "Mr O’Dea", "Witnesses", "The party", "Aigul N."];
const CUES = ["said", "denied", "warned", "added", "argued"];
const WORDS = (
  "the crowd had left before night and nobody asked who paid for it while prices rose “again” in every town a vote " +
  "would change little since parliament stood aside — doctors counted cars on the square after rain"
).split(" ");
const CLAUSES_PER_PARAGRAPH = 4;

/** A small seeded generator (mulberry32): numbers from 0 up to 1. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Place = { start: number; end: number };
type Clause = { source: Place; cue: Place; content: Place };

/** The text, one clause a statement, and what each statement says. With `overlaps` contents nest in and cross others. */
export function makeCase(
  { characters, statements, overlaps }: BenchCase,
  named: Named,
): { text: string; contents: StatementContent[] } {
  const next = random(20220121);
  const pick = <One>(list: readonly One[]) => list[Math.floor(next() * list.length)] as One;
  let written = "";
  const clauses: Clause[] = [];
  while (clauses.length < statements) {
    const until = Math.round((characters * (clauses.length + 1)) / statements) - 2;
    const write = (words: string): Place => {
      const start = written.length;
      written += words;
      return { start, end: written.length };
    };
    const source = write(pick(NAMES));
    write(" ");
    const cue = write(pick(CUES));
    write(" that ");
    let words = pick(WORDS);
    while (written.length + words.length < until) words += ` ${pick(WORDS)}`;
    const content = write(words);
    clauses.push({ source, cue, content });
    written += clauses.length % CLAUSES_PER_PARAGRAPH === 0 ? ".\n\n" : ". ";
  }
  const text = new DocumentText(written.trimEnd());
  const contents = clauses.map(({ source, cue, content }, index): StatementContent => {
    const speakerId = pick(named.speakerIds);
    const place = overlaps ? overlapping(clauses, index) : content;
    return {
      ...emptyContent(makeSpan(text, "content", place)),
      spans: [makeSpan(text, "content", place), makeSpan(text, "cue", cue), makeSpan(text, "source", source)],
      speakerId,
      chain: [named.outletId, speakerId],
      stances:
        next() < 0.6
          ? [{ targetId: pick(named.targetIds), value: pick(["support", "oppose"]), basis: "explicit" }]
          : [],
      // Every tenth is not finished.
      fields: {
        ...(next() < 0.9 && { sourcing: "named_person" }),
        form: "indirect",
        channel: "statement",
        claim_type: "fact",
        polarity: "affirmed",
        certainty: "certain",
      },
    };
  });
  return { text: text.text, contents };
}

/** Of three in a row one reaches into the next paragraph's words, one crosses its end, one lies within both. */
function overlapping(clauses: readonly Clause[], index: number): Place {
  const { content } = clauses[index] as Clause;
  const following = clauses[index + 1]?.content ?? content;
  const last = clauses[index + 2]?.content ?? following;
  if (index % 3 === 0) return { start: content.start, end: Math.ceil((following.start + last.end) / 2) };
  if (index % 3 === 1) return { start: Math.floor((content.start + content.end) / 2), end: last.end };
  return { start: content.start + 2, end: content.end - 2 };
}

/** The same marks for the bare pages: UTF-16 positions, which are code points in these texts. */
export type BareMark = { from: number; to: number; look: string };
export type BareData = { text: string; marks: BareMark[] };

export function bareData({ text, contents }: ReturnType<typeof makeCase>): BareData {
  return {
    text,
    marks: contents.flatMap(({ spans }) => spans.map(({ role, start, end }) => ({ from: start, to: end, look: role }))),
  };
}
