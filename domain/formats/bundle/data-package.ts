import type { Dataset } from "../dataset";
import type { Column, Table } from "../tables/table";
import type { FileRecord } from "./file-records";

const PROFILE = "https://datapackage.org/profiles/2.0";

/** `datapackage.json` of Frictionless v2: the tidy tables with their columns, keys and how they refer to each other. */
export function dataPackage(
  { project }: Dataset,
  tables: readonly { table: Table; record: FileRecord }[],
  { title, description }: { title: string; description: string },
): object {
  return {
    $schema: `${PROFILE}/datapackage.json`,
    id: project.id,
    name: slug(title),
    title,
    description,
    offset_unit: "unicode_code_point",
    resources: tables.map(({ table, record }) => resource(table, record)),
  };
}

function resource({ name, description, columns, primaryKey, references }: Table, record: FileRecord): object {
  return {
    $schema: `${PROFILE}/dataresource.json`,
    name: name.replaceAll("_", "-"),
    path: record.path,
    type: "table",
    description,
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    bytes: record.bytes,
    hash: `sha256:${record.sha256}`,
    dialect: { delimiter: ",", lineTerminator: "\r\n", quoteChar: '"', doubleQuote: true },
    schema: {
      fields: columns.map(fieldOf),
      missingValues: [""],
      ...(primaryKey.length > 0 && { primaryKey }),
      ...(references.length > 0 && {
        foreignKeys: references.map((one) => ({
          fields: one.columns,
          // A table that refers to itself is named by the empty text.
          reference: { resource: one.table === name ? "" : one.table.replaceAll("_", "-"), fields: ["id"] },
        })),
      }),
    },
  };
}

function fieldOf({ name, type, description, required }: Column): object {
  return {
    name,
    type,
    description,
    ...(type === "boolean" && { trueValues: ["TRUE"], falseValues: ["FALSE"] }),
    ...(required && { constraints: { required: true } }),
  };
}

/** A name that only has small letters, digits and hyphens. */
export function slug(title: string): string {
  const ascii = title.normalize("NFKD").replace(/[^A-Za-z0-9]+/g, "-");
  return ascii.replace(/^-+|-+$/g, "").toLowerCase() || "dataset";
}
