import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import Ajv from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";
import { GET } from "@/app/api/v1/openapi.json/route";
import type { ApiDescription, JsonSchema } from "@/domain/contract/api-description";
import type { Operation } from "@/domain/contract/operation-groups/operation";
import { operations } from "@/domain/contract/operations";
import { HttpProblem } from "@/domain/contract/problem";
import { PROBLEM_CODES } from "@/domain/contract/problem-codes";
import { describeApi } from "@/server/openapi";

const api = describeApi();
const described = Object.entries(api.paths).flatMap(([at, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ at: `${method} ${at}`, operation })),
);

test("the description is valid OpenAPI 3.1", async () => {
  const description = (await (await GET(new Request("http://127.0.0.1/"))).json()) as ApiDescription;
  expect(await new Validator().validate(description as never)).toMatchObject({ valid: true });
  expect(description.openapi).toBe("3.1.0");
});

test("has every operation, each with an answer, examples and what can go wrong", () => {
  expect(described.map(({ operation }) => operation.operationId).sort()).toEqual(Object.keys(operations).sort());
  for (const { at, operation } of described) {
    const statuses = Object.keys(operation.responses);
    expect(
      statuses.filter((status) => status.startsWith("2")),
      at,
    ).toHaveLength(1);
    expect(statuses, at).toContain("500");
    if (operation.parameters.some((parameter) => parameter.in === "path")) expect(statuses, at).toContain("404");
    if (operation.security.length > 0) expect(statuses, at).toEqual(expect.arrayContaining(["401", "403", "429"]));
    if (operation.requestBody?.content["application/json"])
      expect(statuses, at).toEqual(expect.arrayContaining(["400", "413", "415", "422"]));
  }
});

test("each example is what its schema allows", () => {
  // What zod writes beside the standard's words, such as contentEncoding, is no mistake.
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  const check = (where: string, schema: JsonSchema | undefined, example: unknown) => {
    expect(example, where).toBeDefined();
    const isValid = ajv.compile(schema as object);
    expect(isValid(example) ? [] : isValid.errors, where).toEqual([]);
  };
  for (const { at, operation } of described) {
    for (const { name, required, schema, example } of operation.parameters)
      if (required) check(`${at} ${name}`, schema, example);
    const body = operation.requestBody?.content["application/json"];
    if (body) check(at, body.schema, body.example);
    for (const [status, { content }] of Object.entries(operation.responses)) {
      const json = content?.["application/json"];
      if (json?.schema) check(`${at} ${status}`, json.schema, json.example);
    }
  }
  for (const { value } of Object.values(api.components.examples)) HttpProblem.strict().parse(value);
});

test("each example of a body is taken by the operation, which checks more than its schema says", () => {
  for (const { at, operation } of described) {
    const { body }: Operation = operations[operation.operationId as keyof typeof operations];
    const example = operation.requestBody?.content["application/json"]?.example;
    if (body) expect(body.safeParse(example).error?.issues ?? [], at).toEqual([]);
  }
});

test("every problem the server can answer with is named, and no other", () => {
  const root = path.join(import.meta.dirname, "../../..");
  const files = readdirSync(path.join(root, "server"), { recursive: true, encoding: "utf8" });
  const thrown = new Set<string>();
  for (const file of files.filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))) {
    const source = readFileSync(path.join(root, "server", file), "utf8");
    for (const [, code] of source.matchAll(/(?:conflict\(|HttpError\(\s*\d{3},)\s*"(\w+)"/g)) thrown.add(code ?? "");
    for (const [call] of source.matchAll(/\b(?:invalid|forbidden)\([\s\S]*?\);/g)) {
      for (const [, code] of call.matchAll(/"([a-z]+(?:_[a-z]+)+)"/g)) thrown.add(code ?? "");
    }
  }
  expect([...thrown].sort()).toEqual(
    Object.keys(PROBLEM_CODES)
      .filter((code) => !["forbidden", "invalid_body"].includes(code))
      .sort(),
  );
});
