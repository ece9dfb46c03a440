import type { JsonSchema } from "@/domain/contract/api-description";

/**
 * A JSON Schema in a notation for people, close to TypeScript: `?` after what may be left out, `|` between alternatives,
 * `[]` after what a list holds, and limits behind the type. What it does not know it prints as JSON.
 */
export function printSchema(schema: JsonSchema, indent = ""): string {
  if (typeof schema.$ref === "string") return schema.$ref.split("/").at(-1) ?? schema.$ref;
  if ("const" in schema) return JSON.stringify(schema.const);
  if (Array.isArray(schema.enum)) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(alternatives)) return alternatives.map((one: JsonSchema) => printSchema(one, indent)).join(" | ");
  if (Array.isArray(schema.allOf)) return schema.allOf.map((one: JsonSchema) => printSchema(one, indent)).join(" & ");
  if (Array.isArray(schema.type)) {
    return schema.type.map((type: unknown) => printSchema({ ...schema, type }, indent)).join(" | ");
  }
  switch (schema.type) {
    case "object":
      return printObject(schema, indent);
    case "array": {
      const inner = printSchema((schema.items ?? {}) as JsonSchema, indent);
      return `${/ [|&] /.test(outsideBraces(inner)) ? `(${inner})` : inner}[]${limits(schema, "Items")}`;
    }
    case "string":
      return `string${schema.format ? ` (${schema.format})` : limits(schema, "Length")}`;
    case "integer":
    case "number":
      return `${schema.type}${limits(schema, "imum")}`;
    case "boolean":
    case "null":
      return schema.type;
    default:
      return Object.keys(schema).length === 0 ? "anything" : JSON.stringify(schema);
  }
}

function printObject(schema: JsonSchema, indent: string): string {
  const inner = `${indent}  `;
  const required = Array.isArray(schema.required) ? schema.required : [];
  const lines = Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>).map(
    ([name, property]) => `${inner}${name}${required.includes(name) ? "" : "?"}: ${printSchema(property, inner)}\n`,
  );
  if (schema.additionalProperties && typeof schema.additionalProperties === "object") {
    lines.push(`${inner}[name]: ${printSchema(schema.additionalProperties as JsonSchema, inner)}\n`);
  }
  return lines.length === 0 ? "{}" : `{\n${lines.join("")}${indent}}`;
}

/** The part of a notation that is not between braces, where a `|` would belong to a property. */
const outsideBraces = (text: string) => text.replace(/\{[\s\S]*\}/, "{}");

/** `(1–200)`, `(≥ 1)` or `(≤ 5)` from minLength, maxItems, minimum and the like; bounds of the number type are no news. */
function limits(schema: JsonSchema, suffix: "Length" | "Items" | "imum"): string {
  const bound = (value: unknown) => (typeof value === "number" && Number.isFinite(value) ? value : null);
  let from = bound(schema[`min${suffix}`]);
  let to = bound(schema[`max${suffix}`]);
  if (from !== null && from <= Number.MIN_SAFE_INTEGER) from = null;
  if (to !== null && to >= Number.MAX_SAFE_INTEGER) to = null;
  if (from !== null && to !== null) return ` (${from}–${to})`;
  if (from !== null) return ` (≥ ${from})`;
  return to === null ? "" : ` (≤ ${to})`;
}
