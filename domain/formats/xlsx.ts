import { atOnce, type ExportFormat, type OutputFile, oneFile } from "./export-format";
import type { Cell, Table } from "./tables/table";
import { tidyTables } from "./tables/tidy-tables";
import { wideTable } from "./tables/wide-table";
import { DatasetError } from "./verify-document";
import { xmlText } from "./xml";
import { zipped } from "./zip";

/**
 * A workbook: the wide table, and the documents without their texts, which a cell cannot hold. Texts are texts in it,
 * whatever they begin with: no cell is a formula. Written row by row, where libraries build the whole in memory.
 */
export const xlsx: ExportFormat = {
  shape: "file",
  extension: "xlsx",
  mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  offsetUnit: "unicode_code_point",
  async *files(dataset) {
    const documents = tidyTables(dataset).filter(({ name }) => name === "documents");
    yield* oneFile("statements.xlsx", zipped(workbook([await wideTable(dataset), ...documents.map(withoutTexts)])));
  },
};

function withoutTexts(table: Table): Table {
  const kept = table.columns.flatMap(({ name }, index) => (name === "text" ? [] : [index]));
  const pick = <T>(values: readonly T[]) => kept.map((index) => values[index] as T);
  return {
    ...table,
    columns: pick(table.columns),
    async *rows() {
      for await (const rows of table.rows()) yield rows.map(pick);
    },
  };
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

async function* workbook(tables: readonly Table[]): AsyncGenerator<OutputFile> {
  const each = (make: (name: string, number: number) => string) =>
    tables.map(({ name }, index) => make(name, index + 1)).join("");
  const part = (path: string, xml: string) => ({ path, chunks: atOnce(XML + xml) });
  yield part(
    "[Content_Types].xml",
    `<Types xmlns="${PACKAGE}/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/>` +
      each((_, n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/>`) +
      "</Types>",
  );
  yield part(
    "_rels/.rels",
    `<Relationships xmlns="${PACKAGE}/relationships">` +
      `<Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  yield part(
    "xl/workbook.xml",
    `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>` +
      each((name, n) => `<sheet name="${xmlText(name)}" sheetId="${n}" r:id="r${n}"/>`) +
      "</sheets></workbook>",
  );
  yield part(
    "xl/_rels/workbook.xml.rels",
    `<Relationships xmlns="${PACKAGE}/relationships">` +
      each((_, n) => `<Relationship Id="r${n}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${n}.xml"/>`) +
      "</Relationships>",
  );
  for (const [index, table] of tables.entries()) {
    yield { path: `xl/worksheets/sheet${index + 1}.xml`, chunks: sheet(table) };
  }
}

const MOST_ROWS = 1_048_576;

async function* sheet(table: Table): AsyncGenerator<string> {
  // The first row stays in sight.
  const view = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${view}</sheetView></sheetViews><sheetData>`;
  const names = table.columns.map(({ name }) => name);
  let number = 1;
  yield rowOf(names, number);
  for await (const rows of table.rows()) {
    if (number + rows.length > MOST_ROWS) {
      throw new DatasetError(`a sheet takes ${MOST_ROWS} rows at most: choose fewer documents, or CSV`);
    }
    yield rows
      .map((cells) => {
        number += 1;
        return rowOf(cells, number, names);
      })
      .join("");
  }
  yield "</sheetData></worksheet>";
}

function rowOf(cells: readonly Cell[], number: number, names: readonly string[] = []): string {
  const written = cells.map((cell, index) => cellOf(cell, `${columnName(index)}${number}`, names[index]));
  return `<row r="${number}">${written.join("")}</row>`;
}

/** In UTF-16 units, as spreadsheets count. */
const LONGEST_TEXT = 32_767;

function cellOf(cell: Cell, place: string, column = ""): string {
  if (cell === null) return "";
  if (typeof cell === "number") return `<c r="${place}"><v>${cell}</v></c>`;
  if (typeof cell === "boolean") return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (cell.length > LONGEST_TEXT) {
    throw new DatasetError(
      `a cell of a spreadsheet takes ${LONGEST_TEXT} characters, ${column} ${place} has more: take CSV`,
    );
  }
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${xmlText(spelled(cell))}</t></is></c>`;
}

/** A, B, … Z, AA, … */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** What XML cannot hold stands as _xHHHH_ in a workbook, and so does what only looks like that. */
function spelled(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(UNTELLABLE, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 forbids
const UNTELLABLE = /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g;
