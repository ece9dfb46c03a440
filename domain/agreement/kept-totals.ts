import type { Attribute } from "./agreement-document";
import { AgreementTotals } from "./agreement-totals";
import type { DocumentStatistics } from "./document-statistics";

/**
 * Totals that follow a list of documents from one call to the next: what changed is taken away and added, the rest is not
 * read. Statistics that are the same object count as unchanged.
 */
export class KeptTotals {
  #totals: AgreementTotals;
  #documents = new Map<string, DocumentStatistics>();

  /** `people` false: see `AgreementTotals`. */
  constructor(
    readonly attributes: readonly Attribute[],
    readonly options: { people?: boolean } = {},
  ) {
    this.#totals = new AgreementTotals(attributes, options);
  }

  /** The totals of exactly these documents, each given once; valid until the next call. */
  of(statistics: readonly DocumentStatistics[]): AgreementTotals {
    const next = new Map(statistics.map((document) => [document.documentId, document]));
    const gone = [...this.#documents.values()].filter((document) => next.get(document.documentId) !== document);
    // To take most of them away costs more than to begin again, and beginning again forgets labels nobody uses any more.
    if (2 * gone.length > this.#documents.size) {
      this.#totals = new AgreementTotals(this.attributes, this.options);
      this.#documents = new Map();
    } else {
      for (const document of gone) {
        this.#totals.add(document, -1);
        this.#documents.delete(document.documentId);
      }
    }
    for (const document of statistics) {
      if (this.#documents.get(document.documentId) === document) continue;
      this.#totals.add(document);
      this.#documents.set(document.documentId, document);
    }
    return this.#totals;
  }
}
