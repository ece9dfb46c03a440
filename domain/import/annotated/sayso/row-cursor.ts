import type * as z from "zod";
import type { ReportLine } from "../annotated-data";
import type { AnnotatedFile } from "../annotated-format";
import { elementsOf, type Position } from "./json-scan";

export interface Row<T> {
  line: number;
  value: T;
}

/** One list of a file, read row by row, with a look at the row that comes next. */
export class RowCursor<T> {
  readonly #elements: AsyncIterator<Row<unknown>> | null;
  #next: Row<T> | null | undefined;
  /** What could not be read; whoever owns the cursor takes them from here. */
  readonly lines: ReportLine[] = [];

  constructor(
    private readonly file: AnnotatedFile,
    private readonly list: string,
    position: Position | undefined,
    private readonly shape: z.ZodType<T>,
  ) {
    this.#elements = position ? elementsOf(file, position)[Symbol.asyncIterator]() : null;
  }

  /** The next row, which stays the next; null at the end of the list. A row of another shape is reported and passed over. */
  async peek(): Promise<Row<T> | null> {
    while (this.#next === undefined) {
      const step = await this.#elements?.next();
      if (!step || step.done) {
        this.#next = null;
        break;
      }
      const read = this.shape.safeParse(step.value.value);
      if (read.success) this.#next = { line: step.value.line, value: read.data };
      else this.lines.push(this.malformed(step.value.line, read.error));
    }
    return this.#next;
  }

  async take(): Promise<Row<T> | null> {
    const row = await this.peek();
    if (row) this.#next = undefined;
    return row;
  }

  /** The rows from here on for as long as they belong. */
  async takeWhile(belongs: (value: T) => boolean): Promise<Row<T>[]> {
    const rows: Row<T>[] = [];
    for (let row = await this.peek(); row && belongs(row.value); row = await this.peek()) {
      rows.push(row);
      this.#next = undefined;
    }
    return rows;
  }

  private malformed(line: number, error: z.ZodError): ReportLine {
    const [issue] = error.issues;
    const where = issue?.path.join(".") ?? "";
    return {
      ...{ file: this.file.name, line, at: this.list, effect: "lost", code: "malformed_row" },
      message: `This row of ${this.list} is not as Sayso writes it (${where}: ${issue?.message ?? "wrong"}); it is left out.`,
    };
  }
}
