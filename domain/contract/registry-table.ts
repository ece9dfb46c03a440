import * as z from "zod";
import { ImportReport } from "./annotated-import";
import { ImportPreviewInput } from "./import";
import { RegistryListName } from "./registry-entries";

/** `raw` for programs; `spreadsheet`: with an apostrophe before cells that a spreadsheet would run as a formula. */
const Cells = z.enum(["raw", "spreadsheet"]).default("raw");

/** Query of GET /projects/{projectId}/registry/table. */
export const RegistryTableQuery = z.object({ list: RegistryListName.default("speakers"), cells: Cells });
export type RegistryTableQuery = z.infer<typeof RegistryTableQuery>;

/** Body of POST /projects/{projectId}/registry/import-preview: a CSV file with the columns of an exported one. */
export const RegistryTableInput = z.object({
  list: RegistryListName,
  /** The file's bytes. */
  base64: ImportPreviewInput.shape.base64,
  /** How the file was made: of one for a spreadsheet the apostrophes are taken away again. */
  cells: Cells,
});
export type RegistryTableInput = z.infer<typeof RegistryTableInput>;

/** Its answer: what the file would do, row by row. */
export const RegistryReport = ImportReport.pick({ counts: true, groups: true, importable: true, digest: true });
export type RegistryReport = z.infer<typeof RegistryReport>;

/** Body of POST /projects/{projectId}/registry/imports. */
export const RegistryImportInput = RegistryTableInput.extend({
  operationId: z.uuid(),
  id: z.uuid(),
  /** Of the report that was read; an import that would do anything else is refused. Null: not compared. */
  digest: z.string().nullable().default(null),
});
export type RegistryImportInput = z.infer<typeof RegistryImportInput>;
