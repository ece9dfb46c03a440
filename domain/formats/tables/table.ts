/** A cell: null is "there is none", which every format tells from an empty text as well as it can. */
export type Cell = string | number | boolean | null;

export interface Column {
  name: string;
  /** `datetime` is ISO 8601 in UTC, `date` YYYY-MM-DD; both are strings. */
  type: "string" | "integer" | "number" | "boolean" | "datetime" | "date";
  description: string;
  /** Never null. */
  required?: boolean;
}

/** A table of a dataset: the same rows for CSV, XLSX, Parquet and whatever describes them. */
export interface Table {
  /** Of its file, without extension; snake_case. */
  name: string;
  description: string;
  columns: readonly Column[];
  /** Columns that together name a row; empty: nothing does. */
  primaryKey: readonly string[];
  /** Columns that name a row of another table by its primary key. */
  references: readonly { columns: readonly string[]; table: string }[];
  /** The rows in chunks, cells in the order of the columns; read anew at each call. */
  rows(): AsyncIterable<Cell[][]>;
}

/** A column with the cell it has for each row. */
export interface CellColumn<Row> extends Column {
  cell(row: Row): Cell;
  /** Its texts are ids or times of ours, in which no format has anything to quote. */
  isPlain?: boolean;
  /** What alone the cell depends on: for the same object, or none, it is the same. Neighbours that share it share the function. */
  per?(row: Row): object | null;
}

/** Rows with the columns they become cells of. */
export interface PlannedRows<Row> {
  columns: readonly CellColumn<Row>[];
  /** In chunks, read anew at each call. */
  chunks(): AsyncIterable<Iterable<Row>>;
}

/** The rows of one table, a chunk per item of `chunks`. */
export async function* cellsOf<Row>(
  chunks: AsyncIterable<Iterable<Row>>,
  columns: readonly CellColumn<Row>[],
): AsyncGenerator<Cell[][]> {
  for await (const rows of chunks) {
    const cells: Cell[][] = [];
    for (const row of rows) cells.push(columns.map((column) => column.cell(row)));
    yield cells;
  }
}
