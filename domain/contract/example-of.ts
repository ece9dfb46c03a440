import type { JsonSchema } from "./api-description";

/** How deep an example shows what lies in what. */
const DEEPEST = 7;

/** What a string of this name may be, where its schema says no more than that it is one. */
const STRINGS: Readonly<Record<string, string>> = {
  title: "The squares are empty",
  text: "The squares are empty, the mayor said.",
  quote: "The squares are empty",
  name: "Aigerim Saparova",
  email: "aigerim@example.org",
  outlet: "The Daily",
  author: "A. Reporter",
  published: "2022-01-06",
  url: "https://example.org/squares",
  language: "en",
  fileName: "kazakhstan-january-2022-json-2026-01-31.json",
  secret: "sayso_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg",
  token: "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg",
  password: "a sentence of many words",
  newPassword: "a sentence of many words",
  currentPassword: "another sentence of many words",
  reason: "The cue stands outside the quotation.",
  message: "Look at the cue once more.",
  note: "",
  role: "content",
  base64: "VGhlIHNxdWFyZXMgYXJlIGVtcHR5Lg==",
  sha256: "6994b8e5c135be8e72e9d0b01e2078f1b9f0b70862a50243e52efb4328ae7fec",
  annotator: "ann_k3f7q2mzxa",
  version: "1",
  key: "form",
  fields: "direct",
  answers: "direct",
  value: "oppose",
  basis: "stated",
  code: "speaker_missing",
  path: "speakerId",
  agent: "tagger",
  "project.name": "Kazakhstan, January 2022",
  "apiKey.name": "nightly export",
  "agent.name": "tagger",
  label: "Direct speech",
  definition: "The words stand between quotation marks.",
  guidelines: "Mark each sentence in which somebody says something.",
  example: "“Never again,” he said.",
  counterExample: "He was of another opinion.",
};

/** What an example has only where it must: it would say what is seldom so. */
const SELDOM = new Set([
  ...["unsureComment", "parentId", "sameClaimAsId", "derivedFromId", "relation", "deletedAt", "editedAt"],
  ...["unblindedAt", "suggestionsShownAt", "mergedIntoId", "resolved", "problem", "current", "undoneAt", "shownWhen"],
  // Of a recode: in place of the statements that are named one by one.
  ...["found", "set"],
]);
/** For patterns of which the name says nothing: the first that fits is taken. */
const WORDS = ["text", "a-word", "statement.create", "k3f7q2mzxa", "a|b", "2022-01", "2022-01-06", "a".repeat(64)];

interface Place {
  /** Of the property whose value it is. */
  name: string;
  /** Of the property that holds the object of that property. */
  within: string;
  depth: number;
  root: JsonSchema;
}

/**
 * A value that a JSON Schema allows, always the same one: the first of alternatives, every property, one entry of a list.
 * Below a certain depth what may be left out is, so that a schema that contains itself comes to an end.
 */
export function exampleOf(schema: JsonSchema, name = ""): unknown {
  return example(schema, { name, within: "", depth: 0, root: schema });
}

function example(schema: JsonSchema, place: Place): unknown {
  if (Array.isArray(schema.examples)) return schema.examples[0];
  if ("const" in schema) return schema.const;
  if ("default" in schema) return schema.default;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  if (typeof schema.$ref === "string") return example(resolve(schema.$ref, place.root), place);
  const alternatives = (schema.anyOf ?? schema.oneOf) as JsonSchema[] | undefined;
  if (alternatives) return ofAlternatives(alternatives, place);
  if (Array.isArray(schema.allOf)) {
    return Object.assign({}, ...schema.allOf.map((one: JsonSchema) => example(one, place) as object));
  }
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  switch (type) {
    case "object":
      return ofObject(schema, place);
    case "array":
      return ofArray(schema, place);
    case "string":
      return ofString(schema, place);
    case "integer":
    case "number":
      return ofNumber(schema, place);
    case "boolean":
      return place.name !== "retired" && place.name !== "isAdmin";
    default:
      return null;
  }
}

const isNull = ({ type }: JsonSchema) => type === "null";

function ofAlternatives(alternatives: readonly JsonSchema[], place: Place): unknown {
  const isNone = place.depth >= DEEPEST || SELDOM.has(place.name);
  return example(alternatives.find((one) => isNull(one) === isNone) ?? alternatives[0] ?? {}, place);
}

function ofObject(schema: JsonSchema, { name, depth, root }: Place): object {
  const properties = Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>);
  const required = new Set((schema.required ?? []) as string[]);
  const shown = properties.filter(([key]) => required.has(key) || (depth < DEEPEST && !SELDOM.has(key)));
  const made = Object.fromEntries(
    shown.map(([key, property]) => [key, example(property, { name: key, within: name, depth: depth + 1, root })]),
  );
  if ("start" in made && "end" in made && typeof made.end === "number") {
    Object.assign(made, { start: 0, end: STRINGS.quote?.length });
  }
  const others = schema.additionalProperties;
  if (properties.length > 0 || !others || typeof others !== "object" || depth >= DEEPEST) return made;
  const keys = (schema.propertyNames ?? {}) as JsonSchema;
  const key = String(example({ type: "string", ...keys }, { name: "key", within: name, depth, root }));
  return { [key]: example(others as JsonSchema, { name, within: name, depth: depth + 1, root }) };
}

function ofArray(schema: JsonSchema, { name, within, depth, root }: Place): unknown[] {
  // What a list holds is called as the list is, but for the last letter: `projects` hold a project.
  const place = { name: name.replace(/s$/, ""), within, depth: depth + 1, root };
  const listed = (schema.prefixItems ?? []) as JsonSchema[];
  if (listed.length > 0) return listed.map((item) => example(item, place));
  const least = typeof schema.minItems === "number" ? schema.minItems : 0;
  const most = typeof schema.maxItems === "number" ? schema.maxItems : Number.POSITIVE_INFINITY;
  const count = Math.min(most, Math.max(least, depth < DEEPEST ? 1 : 0));
  return Array.from({ length: count }, () => example((schema.items ?? {}) as JsonSchema, place));
}

function ofString({ format, pattern, minLength, maxLength }: JsonSchema, { name, within }: Place): string {
  if (format === "uuid") return uuidFor(name);
  if (format === "date-time") return "2026-01-31T09:30:00.000Z";
  if (format === "date") return "2022-01-06";
  if (format === "email") return "aigerim@example.org";
  const candidates = [STRINGS[`${within}.${name}`], STRINGS[name], name, ...WORDS];
  const fits = (value: string | undefined) =>
    value !== undefined &&
    value.length >= Number(minLength ?? 0) &&
    value.length <= Number(maxLength ?? Number.POSITIVE_INFINITY) &&
    (typeof pattern !== "string" || new RegExp(pattern, "u").test(value));
  return candidates.find(fits) ?? "x".repeat(Number(minLength ?? 1));
}

function ofNumber({ minimum, maximum, type }: JsonSchema, { name }: Place): number {
  if (name === "end") return STRINGS.quote?.length ?? 1;
  if (name === "length") return STRINGS.text?.length ?? 1;
  const usual = name === "start" ? 0 : type === "integer" ? 1 : 0.8;
  return Math.min(Number(maximum ?? usual), Math.max(Number(minimum ?? usual), usual));
}

function resolve(ref: string, root: JsonSchema): JsonSchema {
  let found: unknown = root;
  for (const part of ref.split("/").slice(1)) found = (found as Record<string, unknown>)[part];
  return found as JsonSchema;
}

/** The same id for the same name, so that one example's ids go together. */
function uuidFor(name: string): string {
  let sum = 7;
  for (const letter of name) sum = (sum * 31 + letter.charCodeAt(0)) % 0xffff_ffff_ffff;
  return `0197c2f0-5a00-7000-8000-${sum.toString(16).padStart(12, "0")}`;
}
