import { expect, test } from "vitest";
import * as z from "zod";
import { printSchema } from "./print-schema";

test.each([
  [z.uuid(), "string (uuid)"],
  [z.string().min(1).max(200), "string (1–200)"],
  [z.int().min(1), "integer (≥ 1)"],
  [z.int(), "integer"],
  [z.string().nullable(), "string | null"],
  [z.enum(["json", "csv"]), '"json" | "csv"'],
  [z.array(z.string().nullable()).max(5), "(string | null)[] (≤ 5)"],
  [z.array(z.object({ a: z.string().nullable() })), "{\n  a: string | null\n}[]"],
  [z.unknown(), "anything"],
  [z.object({}), "{}"],
  [z.record(z.string(), z.int()), "{\n  [name]: integer\n}"],
  [
    z.object({ id: z.uuid(), inner: z.object({ note: z.string().optional() }) }),
    "{\n  id: string (uuid)\n  inner: {\n    note?: string\n  }\n}",
  ],
])("prints %# for people", (shape, notation) => {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(shape, { io: "input" });
  // Patterns say again what the format says.
  expect(printSchema(schema)).toBe(notation);
});
