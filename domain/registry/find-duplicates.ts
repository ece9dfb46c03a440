import { compareNames, type Likeness, SURENESS } from "./compare-names";
import { type NameForm, nameForm } from "./name-forms";

interface Named {
  id: string;
  name: string;
  aliases: readonly string[];
  kind: string;
  externalIds: Readonly<Record<string, string>>;
}

/** Why two entries look like the same: two of their names, or an id they share. */
export interface Evidence {
  kind: Likeness | "same_id";
  first: string;
  second: string;
}

export interface Duplicate {
  /** Of the two ids the one that sorts first. */
  firstId: string;
  secondId: string;
  /** 0 to 1: an order, not a probability. */
  score: number;
  /** The surest first. */
  evidence: Evidence[];
}

/** A key that more names than this have tells nothing, and holding all of them against each other would take for ever. */
const COMMON = 40;
/** Likewise for a single word that may be a part of a name. */
const COMMON_PART = 6;
/** Entries read, or pairs held against each other, in one step. */
const STEP = 500;
/** Kinds that differ make it less likely. */
const OTHER_KIND = 0.2;

/**
 * Entries that look like the same, the likeliest first, with what makes them so. Only entries that share a key are held
 * against each other (a word and how another one sounds, a word and the first letter of another, a misspelt word, an
 * acronym, an id), so that time grows with the entries and not with their pairs. `apart` says of two ids, the one that sorts
 * first first, whether somebody has said that they are not the same.
 */
export function findDuplicates(
  entries: readonly Named[],
  apart: (firstId: string, secondId: string) => boolean,
): Duplicate[] {
  const search = searchDuplicates(entries, apart);
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
  }
}

/** The same in steps of some milliseconds, between which whoever runs it may do other work. */
export function* searchDuplicates(
  entries: readonly Named[],
  apart: (firstId: string, secondId: string) => boolean,
): Generator<void, Duplicate[]> {
  const forms: NameForm[][] = [];
  const blocks = new Map<string, number[]>();
  const add = (key: string, at: number) => {
    const block = blocks.get(key);
    if (!block) blocks.set(key, [at]);
    else if (block.at(-1) !== at) block.push(at);
  };
  for (const [at, entry] of entries.entries()) {
    if (at % STEP === 0) yield;
    forms.push([entry.name, ...entry.aliases].map(nameForm));
    for (const form of forms[at] ?? []) for (const key of keysOf(form)) add(key, at);
    for (const [scheme, id] of Object.entries(entry.externalIds)) add(`id ${scheme} ${id}`, at);
  }
  const seen = new Set<number>();
  const found: Duplicate[] = [];
  for (const [key, block] of blocks) {
    if (block.length < 2 || block.length > (key.startsWith("word ") ? COMMON_PART : COMMON)) continue;
    for (const [place, one] of block.entries()) {
      for (const other of block.slice(place + 1)) {
        const pair = one * entries.length + other;
        if (seen.has(pair)) continue;
        seen.add(pair);
        if (seen.size % STEP === 0) yield;
        const duplicate = compare(entries, forms, one, other);
        if (duplicate && !apart(duplicate.firstId, duplicate.secondId)) found.push(duplicate);
      }
    }
  }
  const place = (a: Duplicate, b: Duplicate) =>
    b.score - a.score || (`${a.firstId} ${a.secondId}` < `${b.firstId} ${b.secondId}` ? -1 : 1);
  return found.sort(place);
}

/** Keys of a name: two names that are alike share at least one, unless it is too common. */
function* keysOf({ words, skeletons, sorted, initials, isAcronym }: NameForm): Generator<string> {
  if (words.length === 0) return;
  yield `name ${sorted}`;
  if (isAcronym) yield `initials ${words[0]}`;
  if (initials !== "") yield `initials ${initials}`;
  for (const [at, word] of words.entries()) {
    if (word.length > 4) yield `word ${word}`;
    if (words.length === 1) {
      if ((skeletons[at] ?? "").length > 1) yield `sound ${skeletons[at]}`;
      for (const misspelt of withoutOne(word)) yield `misspelt ${misspelt}`;
    }
    for (const [place, other] of words.entries()) {
      if (place === at) continue;
      yield `pair ${word} ${skeletons[place]}`;
      yield `initial ${word} ${Array.from(other)[0]}`;
      if (place > at) yield `sounds ${[skeletons[at], skeletons[place]].sort().join(" ")}`;
      for (const misspelt of withoutOne(other)) yield `misspelt ${word} ${misspelt}`;
    }
  }
}

/** A word without each of its letters in turn, and the word itself: two that differ in one letter share one of these. */
function withoutOne(word: string): string[] {
  const letters = Array.from(word);
  if (letters.length < 5 || letters.length > 20) return [];
  return [word, ...letters.map((_, at) => letters.toSpliced(at, 1).join(""))];
}

function compare(
  entries: readonly Named[],
  forms: readonly NameForm[][],
  one: number,
  other: number,
): Duplicate | null {
  const [x, y] = [entries[one], entries[other]];
  if (!x || !y) return null;
  const isInOrder = x.id < y.id;
  const [first, second] = isInOrder ? [x, y] : [y, x];
  const [ours, theirs] = isInOrder ? [forms[one], forms[other]] : [forms[other], forms[one]];
  const evidence: Evidence[] = [];
  for (const [scheme, id] of Object.entries(first.externalIds)) {
    if (second.externalIds[scheme] === id) {
      evidence.push({ kind: "same_id", first: `${scheme}: ${id}`, second: `${scheme}: ${id}` });
    }
  }
  for (const a of ours ?? []) {
    for (const b of theirs ?? []) {
      const kind = compareNames(a, b);
      if (kind) evidence.push({ kind, first: a.written, second: b.written });
    }
  }
  evidence.sort((a, b) => SURENESS[b.kind] - SURENESS[a.kind]);
  const [best] = evidence;
  if (!best) return null;
  // The same scheme names two different things there.
  const differs = Object.keys(first.externalIds).some(
    (scheme) => second.externalIds[scheme] !== undefined && second.externalIds[scheme] !== first.externalIds[scheme],
  );
  if (differs && best.kind !== "same_id") return null;
  // A person and the office named after them are two: only what is sure says otherwise.
  if (first.kind !== second.kind && SURENESS[best.kind] < SURENESS.spelling) return null;
  const score = SURENESS[best.kind] - (first.kind === second.kind ? 0 : OTHER_KIND);
  return { firstId: first.id, secondId: second.id, score, evidence: evidence.slice(0, 4) };
}
