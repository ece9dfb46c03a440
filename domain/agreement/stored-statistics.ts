import type { AgreementStatement } from "./agreement-document";
import type { AttributeStatistics, ScaleStatistics } from "./attribute-statistics";
import type { DocumentStatistics, StatisticsUnit } from "./document-statistics";
import type { FoundRule, FoundSums, PairStatistics } from "./pair-statistics";

/**
 * To be raised whenever the same readings lead to other statistics, or these are written in another way: what was stored
 * before is then made anew.
 */
export const STATISTICS_FORMAT = 2;

const RULES: readonly FoundRule[] = ["half", "exact", "overlap", "characters"];

/** The statistics of a document as JSON: lists in a fixed order, a fifth of what objects would take. */
export function writeStatistics(statistics: DocumentStatistics): string {
  const { units, found, pairs, coverage, attributes } = statistics;
  return JSON.stringify([
    ...[statistics.documentId, statistics.revision, statistics.length, statistics.aligned, statistics.missing],
    statistics.disagreements,
    ...[statistics.annotators, statistics.assignments],
    ...[units.flatMap(({ start, end }) => [start, end]), units.flatMap((unit) => unit.statements)],
    units.flatMap(({ texts }) => texts),
    RULES.flatMap((rule) => [found[rule].twice, found[rule].marked]),
    pairs.flatMap((pair) => [pair.countA, pair.countB, pair.half, pair.exact, pair.overlap, pair.shared]),
    [coverage.markedMarked, coverage.markedGap, coverage.gapGap, coverage.segmentSquares, coverage.gapLength],
    ...[coverage.marked, coverage.shared],
    Object.entries(attributes).map(([key, one]) => [
      ...[key, one.labels, one.ratings, one.units, one.ratingCount, one.pairs, one.given, one.differing],
      ...[one.counts, one.agreed, one.both, one.one, one.ratedUnits, one.shares, one.unitAgreement],
      one.scale && writeScale(one.scale),
    ]),
  ]);
}

/** Whether a sum has become more than a number can hold, which JSON cannot say. */
export function hasRunOver({ attributes }: DocumentStatistics): boolean {
  return Object.values(attributes).some(
    ({ scale }) => scale?.kind === "numbers" && ![scale.sum, scale.squares, scale.differences].every(Number.isFinite),
  );
}

/** What `writeStatistics` wrote. The shape is not checked: it is to be read under the same format only. */
export function readStatistics(text: string): DocumentStatistics {
  const [
    documentId,
    revision,
    length,
    aligned,
    missing,
    disagreements,
    annotators,
    assignments,
    edges,
    ids,
    texts,
    ...sums
  ]: [
    string,
    string,
    number,
    number,
    number,
    number,
    string[],
    string[],
    number[],
    (string | null)[],
    number[],
    number[],
    number[],
    number[],
    number[],
    number[],
    StoredAttribute[],
  ] = JSON.parse(text);
  const [found, pairs, coverage, marked, shared, attributes] = sums;
  const width = annotators.length;
  const units: StatisticsUnit[] = [];
  for (let unit = 0; 2 * unit < edges.length; unit++) {
    units.push({
      ...{ start: edges[2 * unit] as number, end: edges[2 * unit + 1] as number },
      statements: ids.slice(unit * width, (unit + 1) * width),
      texts: texts.slice(unit * width, (unit + 1) * width),
    });
  }
  const [markedMarked, markedGap, gapGap, segmentSquares, gapLength] = coverage as [
    number,
    number,
    number,
    number,
    number,
  ];
  return {
    ...{ documentId, revision, length, found: readFound(found), pairs: readPairs(pairs, width) },
    coverage: { markedMarked, markedGap, gapGap, segmentSquares, gapLength, marked, shared },
    ...{ annotators, assignments, units, aligned, missing, disagreements },
    attributes: Object.fromEntries(attributes.map((stored) => [stored[0], readAttribute(stored)])),
  };
}

function readFound(stored: readonly number[]): FoundSums {
  const of = (at: number) => ({ twice: stored[2 * at] as number, marked: stored[2 * at + 1] as number });
  return { half: of(0), exact: of(1), overlap: of(2), characters: of(3) };
}

function readPairs(stored: readonly number[], annotators: number): PairStatistics[] {
  const pairs: PairStatistics[] = [];
  let at = 0;
  const next = () => stored[at++] as number;
  for (let a = 0; a < annotators; a++) {
    for (let b = a + 1; b < annotators; b++) {
      const [countA, countB, half, exact, overlap, shared] = [next(), next(), next(), next(), next(), next()];
      pairs.push({ a, b, countA, countB, half, exact, overlap, shared });
    }
  }
  return pairs;
}

type StoredScale = ["levels", number, number, number[]] | ["numbers", number, number, number, number, number];
type StoredAttribute = [
  ...[string, string[], number[], number, number, number, number[], number],
  ...[number[], number[], number[], number[], number, number[], number],
  StoredScale | null,
];

function writeScale(scale: ScaleStatistics): StoredScale {
  const { units, ratingCount } = scale;
  if (scale.kind === "levels") return ["levels", units, ratingCount, scale.coincidences];
  return ["numbers", units, ratingCount, scale.sum, scale.squares, scale.differences];
}

function readAttribute(stored: StoredAttribute): AttributeStatistics {
  const [, labels, ratings, units, ratingCount, pairs, given, differing, counts, agreed, both, one, ...rest] = stored;
  const [ratedUnits, shares, unitAgreement, scale] = rest;
  return {
    ...{ labels, ratings, units, ratingCount, pairs, given, differing, counts, agreed, both, one },
    ...{ ratedUnits, shares, unitAgreement, scale: scale && readScale(scale) },
  };
}

function readScale(stored: StoredScale): ScaleStatistics {
  if (stored[0] === "levels") {
    const [kind, units, ratingCount, coincidences] = stored;
    return { kind, units, ratingCount, coincidences };
  }
  const [kind, units, ratingCount, sum, squares, differences] = stored;
  return { kind, units, ratingCount, sum, squares, differences };
}

/** Statements by assignment. */
export type ComparedStatements = ReadonlyMap<string, readonly AgreementStatement[]>;

/** The statements that statistics were made of, to make those of another choice of passes. */
export function writeStatements(statements: ComparedStatements): string {
  const indices = new Map<string, number>();
  const indexOf = (text: string) => {
    const known = indices.get(text) ?? indices.size;
    indices.set(text, known);
    return known;
  };
  const passes = [...statements].map(([assignmentId, own]) => [
    assignmentId,
    own.map(({ id, ranges, labels }) => [
      id,
      ranges.flatMap(({ start, end }) => [start, end]),
      Object.entries(labels).flatMap(([key, label]) => [indexOf(key), label === null ? -1 : indexOf(label)]),
    ]),
  ]);
  return JSON.stringify([[...indices.keys()], passes]);
}

/** What `writeStatements` wrote. */
export function readStatements(text: string): ComparedStatements {
  const [words, passes]: [string[], [string, [string, number[], number[]][]][]] = JSON.parse(text);
  return new Map(
    passes.map(([assignmentId, own]) => [
      assignmentId,
      own.map(([id, edges, labels]) => ({
        id,
        ranges: inTwos(edges, (start, end) => ({ start, end })),
        labels: Object.fromEntries(
          inTwos(labels, (key, label) => [words[key] as string, label < 0 ? null : (words[label] as string)]),
        ),
      })),
    ]),
  );
}

function inTwos<T>(values: readonly number[], make: (one: number, other: number) => T): T[] {
  const made: T[] = [];
  for (let at = 0; at + 1 < values.length; at += 2) made.push(make(values[at] as number, values[at + 1] as number));
  return made;
}
