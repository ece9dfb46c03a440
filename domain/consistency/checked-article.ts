import { findNamedIn, type SpeakerIndex } from "@/domain/registry/find-named";
import { QuotationReader } from "@/domain/suggest/quotation-cover";
import type { DocumentText } from "@/domain/text/document-text";

/** An article as the rules look at it: what several statements ask of it is found out once. */
export class CheckedArticle {
  readonly quotations: QuotationReader;
  #named: readonly string[] | null = null;

  /** `language`: BCP 47 tag. */
  constructor(
    readonly text: DocumentText,
    readonly language: string | null,
    private readonly names: SpeakerIndex,
  ) {
    this.quotations = new QuotationReader(text);
  }

  /** Ids of the speakers whom it names, in the order it does. */
  get named(): readonly string[] {
    this.#named ??= [...findNamedIn(this.text.text, this.names)];
    return this.#named;
  }
}
