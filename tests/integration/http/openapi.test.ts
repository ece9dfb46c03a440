import { existsSync } from "node:fs";
import path from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import { expect, test } from "vitest";
import { GET } from "@/app/api/v1/openapi.json/route";
import { type Operation, operations } from "@/domain/contract/operations";

const root = path.join(import.meta.dirname, "../../..");

test("the description is valid OpenAPI 3.1", async () => {
  const description = await GET().json();
  const result = await new Validator().validate(description);
  expect(result).toMatchObject({ valid: true });
  expect(description.openapi).toBe("3.1.0");
});

test.each(Object.entries<Operation>(operations))("%s has its route", async (_name, operation) => {
  const folder = operation.path.replaceAll("{", "[").replaceAll("}", "]");
  const file = path.join(root, "app/api/v1", folder, "route.ts");
  expect(existsSync(file)).toBe(true);
  const route = (await import(file)) as Record<string, unknown>;
  expect(route[operation.method.toUpperCase()]).toBeTypeOf("function");
});
