import type { DocumentStatistics } from "@/domain/agreement/document-statistics";
import type { ComparedStatements } from "@/domain/agreement/stored-statistics";
import { perProcess } from "@/server/per-process";
import type { ReadDocument } from "./project-readings";

/** What this process has of a document, for as long as the document is as it was read. */
export interface HeldDocument {
  /** Of all its finished passes; null: not read yet. */
  statements: ComparedStatements | null;
  /** Statistics of the usual choice of passes as the database keeps them; null: it keeps none that still hold. */
  kept: string | null;
  /** Statistics by choice of passes, the one asked for last at the end. */
  statistics: Map<string, DocumentStatistics>;
}

const held = perProcess<WeakMap<ReadDocument, HeldDocument>>("agreement-documents", () => new WeakMap());

export function heldOf(document: ReadDocument): HeldDocument {
  const known = held.get(document);
  if (known) return known;
  const fresh: HeldDocument = { statements: null, kept: null, statistics: new Map() };
  held.set(document, fresh);
  return fresh;
}
