import type { Dataset, DatasetRegistry } from "../dataset";
import { type VerifiedDocument, verifiedDocuments } from "../verify-document";
import { type CellColumn, cellsOf, type Table } from "./table";

interface TablePlan<Row> extends Pick<Table, "name" | "description" | "primaryKey"> {
  references?: Table["references"];
  columns: readonly CellColumn<Row>[];
}

/** A table with rows of each document. */
export function perDocument<Row>(plan: TablePlan<Row>, rowsOf: (document: VerifiedDocument) => Iterable<Row>) {
  return (dataset: Dataset): Table => planned(plan, () => mapped(dataset, rowsOf));
}

/** A table with rows of the registry. */
export function ofRegistry<Row>(plan: TablePlan<Row>, rowsOf: (registry: DatasetRegistry) => Iterable<Row>) {
  return (dataset: Dataset): Table => planned(plan, () => once(rowsOf(dataset.registry)));
}

export function planned<Row>(
  { references = [], columns, ...plan }: TablePlan<Row>,
  chunks: () => AsyncIterable<Iterable<Row>>,
): Table {
  return {
    ...plan,
    references,
    columns: columns.map(({ cell: _cell, isPlain: _isPlain, ...column }) => column),
    rows: () => cellsOf(chunks(), columns),
  };
}

async function* mapped<Row>(dataset: Dataset, rowsOf: (document: VerifiedDocument) => Iterable<Row>) {
  for await (const document of verifiedDocuments(dataset)) yield rowsOf(document);
}

async function* once<Row>(rows: Iterable<Row>): AsyncGenerator<Iterable<Row>> {
  yield rows;
}
