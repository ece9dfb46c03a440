import type { Dataset, DatasetAssignment, DatasetDocument } from "../dataset";

interface Part {
  kinds: readonly DatasetAssignment["kind"][];
  isWithin(document: DatasetDocument): boolean;
}

/** The statements of some layers in some documents. */
export function partOfDataset(dataset: Dataset, { kinds, isWithin }: Part): Dataset {
  return {
    ...dataset,
    async *documents() {
      for await (const document of dataset.documents()) {
        if (!isWithin(document)) continue;
        const assignments = document.assignments.filter(({ kind }) => kinds.includes(kind));
        const ids = new Set(assignments.map(({ id }) => id));
        yield { ...document, assignments, statements: document.statements.filter((one) => ids.has(one.assignmentId)) };
      }
    },
  };
}
