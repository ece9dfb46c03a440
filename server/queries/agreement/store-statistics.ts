import { setImmediate as othersFirst } from "node:timers/promises";
import type { DocumentStatistics } from "@/domain/agreement/document-statistics";
import { writeStatements, writeStatistics } from "@/domain/agreement/stored-statistics";
import type { Db } from "@/server/database/client";
import { perProcess } from "@/server/per-process";
import { writeKeptRows } from "@/server/rows/kept-statistics-rows";
import { heldOf } from "./held-document";
import type { ReadDocument } from "./project-readings";
import { writeFacts } from "./read-documents";

/** Documents written at once: about as long as another request can wait. */
const STEP = 20;

const queue = perProcess<{ last: Promise<void> }>("agreement-store", () => ({ last: Promise.resolve() }));

interface Counted {
  document: ReadDocument;
  statistics: DocumentStatistics;
}

/** Keeps statistics for the next start. Whoever asked for them need not wait for it. */
export function storeStatistics(db: Db, counted: readonly Counted[]): void {
  if (counted.length === 0) return;
  queue.last = queue.last.then(async () => {
    for (let from = 0; from < counted.length; from += STEP) {
      await othersFirst();
      try {
        await writeKeptRows(db, counted.slice(from, from + STEP).map(toRow));
      } catch {
        // What cannot be kept is counted again at the next start; nothing else depends on it.
        return;
      }
    }
  });
}

/** When everything that was to be kept is, or cannot be. */
export function statisticsStored(): Promise<void> {
  return queue.last;
}

function toRow({ document, statistics }: Counted) {
  return {
    documentId: document.summary.id,
    fingerprint: document.fingerprint,
    passes: writeFacts(document.passes),
    statistics: writeStatistics(statistics),
    statements: writeStatements(heldOf(document).statements ?? new Map()),
  };
}
