import fc from "fast-check";
import { expect, test } from "vitest";
import { hostileText } from "@/tests/support/hostile-text";
import { AnnotatedFormatError } from "../annotated-format";
import { elementsOf, indexJson } from "./json-scan";

/** A file that comes in chunks of so many bytes. */
function fileOf(text: string, chunk: number) {
  const bytes = new TextEncoder().encode(text);
  return {
    name: "x.json",
    async *chunks(from = 0) {
      for (let at = from; at < bytes.length; at += chunk) yield bytes.subarray(at, Math.min(at + chunk, bytes.length));
    },
  };
}

const row = fc.dictionary(hostileText, fc.oneof(hostileText, fc.integer(), fc.constant(null), fc.array(hostileText)), {
  noNullPrototype: true,
});
const data = fc.record({ name: hostileText, a: fc.array(row), head: fc.record({ x: hostileText, b: fc.array(row) }) });

test("lists come out as they went in, however the bytes are cut", async () => {
  await fc.assert(
    fc.asyncProperty(data, fc.integer({ min: 1, max: 40 }), fc.constantFrom(0, 2), async (value, chunk, indent) => {
      const file = fileOf(JSON.stringify(value, null, indent), chunk);
      const { lists, values } = await indexJson(file);
      expect(values.get("name")).toBe(value.name);
      for (const [name, rows] of [["a", value.a] as const, ["head.b", value.head.b] as const]) {
        const found: unknown[] = [];
        const start = lists.get(name);
        if (!start) throw new Error(name);
        for await (const element of elementsOf(file, start)) found.push(element.value);
        expect(JSON.stringify(found)).toBe(JSON.stringify(rows));
      }
    }),
    { numRuns: 150 },
  );
});

test("lines are counted from 1", async () => {
  const file = fileOf('{\n"a": [\n{"x": 1},\n\n{"x": 2}\n]\n}', 3);
  const { lists } = await indexJson(file);
  const found: number[] = [];
  for await (const { line } of elementsOf(file, lists.get("a") ?? { byte: 0, line: 0 })) found.push(line);
  expect(found).toEqual([3, 5]);
});

test.each(["[1]", '{"a": [', '{"a": "'])("%s is refused", async (text) => {
  await expect(indexJson(fileOf(text, 4))).rejects.toThrow(AnnotatedFormatError);
});
