import type { Attribute } from "./agreement-document";
import { AttributeTotals } from "./attribute-totals";
import type { DocumentStatistics } from "./document-statistics";
import { addFound, addSums, emptyFound, type FoundSums } from "./pair-statistics";

/** Sums of |u-alpha, see `CoverageStatistics`. */
export interface CoverageSums {
  markedMarked: number;
  markedGap: number;
  gapGap: number;
  segmentSquares: number;
  gapLength: number;
}

/**
 * Sums over documents, from which every figure of a project follows. After a document has changed, take its former
 * statistics away and add the new ones: nothing else has to be read again.
 */
export class AgreementTotals {
  readonly annotators: string[] = [];
  readonly #indices = new Map<string, number>();
  /** By annotator: documents finished, also alone. */
  readonly #finishedOf: number[] = [];
  /** Documents with at least two finished passes, and by annotator how many of those. */
  documents = 0;
  readonly documentsOf: number[] = [];
  /** Clusters in those documents, and those found by at least two. */
  statements = 0;
  aligned = 0;
  readonly found: FoundSums = emptyFound();
  /** Of annotators a < b at b(b - 1) / 2 + a; documents that both finished beside it. */
  readonly pairs: (FoundSums & { documents: number })[] = [];
  readonly coverage: CoverageSums = emptyCoverage();
  readonly attributes: AttributeTotals[];
  readonly #people: boolean;

  /** `people` false: only what the project's own figures need, not those of pairs and annotators. */
  constructor(attributes: readonly Attribute[], { people = true }: { people?: boolean } = {}) {
    this.#people = people;
    this.attributes = attributes.map((attribute) => new AttributeTotals(attribute, people));
  }

  /** Number of annotators with any finished pass. */
  get finished(): number {
    return this.#finishedOf.filter((count) => count > 0).length;
  }

  /** The index of each annotator here; new ones are added. */
  indicesOf(annotators: readonly string[]): number[] {
    return annotators.map((annotator) => this.#indices.get(annotator) ?? this.#addAnnotator(annotator));
  }

  /** Adds a document, or with `sign` -1 takes one away that was added. One finished pass alone adds its annotator only. */
  add(statistics: DocumentStatistics, sign: 1 | -1 = 1): void {
    const annotators = this.indicesOf(statistics.annotators);
    for (const annotator of annotators) {
      this.#finishedOf[annotator] = (this.#finishedOf[annotator] as number) + sign;
    }
    if (annotators.length < 2) return;
    this.documents += sign;
    for (const annotator of annotators) {
      this.documentsOf[annotator] = (this.documentsOf[annotator] as number) + sign;
    }
    this.statements += sign * statistics.units.length;
    this.aligned += sign * statistics.aligned;
    addCoverage(this.coverage, statistics.coverage, sign);
    addSums(this.found, statistics.found, sign);
    const { marked } = statistics.coverage;
    for (const pair of this.#people ? statistics.pairs : []) {
      const [a, b] = [annotators[pair.a] as number, annotators[pair.b] as number];
      const high = Math.max(a, b);
      const totals = this.pairs[(high * (high - 1)) / 2 + Math.min(a, b)] as FoundSums & { documents: number };
      totals.documents += sign;
      addFound(totals, pair, marked, sign);
    }
    for (const totals of this.attributes) {
      const own = statistics.attributes[totals.attribute.key];
      if (own) totals.add(own, annotators, sign);
    }
  }

  #addAnnotator(annotator: string): number {
    const index = this.annotators.length;
    for (let other = 0; this.#people && other < index; other++) this.pairs.push({ ...emptyFound(), documents: 0 });
    this.#indices.set(annotator, index);
    this.annotators.push(annotator);
    this.#finishedOf.push(0);
    this.documentsOf.push(0);
    return index;
  }
}

/** The totals of documents. */
export function sumDocuments(
  statistics: readonly DocumentStatistics[],
  attributes: readonly Attribute[],
  { people = true } = {},
): AgreementTotals {
  const totals = new AgreementTotals(attributes, { people });
  for (const document of statistics) totals.add(document);
  return totals;
}

export function emptyCoverage(): CoverageSums {
  return { markedMarked: 0, markedGap: 0, gapGap: 0, segmentSquares: 0, gapLength: 0 };
}

export function addCoverage(into: CoverageSums, part: CoverageSums, sign: 1 | -1): void {
  into.markedMarked += sign * part.markedMarked;
  into.markedGap += sign * part.markedGap;
  into.gapGap += sign * part.gapGap;
  into.segmentSquares += sign * part.segmentSquares;
  into.gapLength += sign * part.gapLength;
}
