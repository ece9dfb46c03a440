import * as z from "zod";
import type { ApiDescription, JsonSchema, OperationDescription } from "@/domain/contract/api-description";
import { exampleOf } from "@/domain/contract/example-of";
import { keyScopeOf, type Operation } from "@/domain/contract/operation-groups/operation";
import { problemsOf } from "@/domain/contract/operation-problems";
import { operations } from "@/domain/contract/operations";
import { HttpProblem } from "@/domain/contract/problem";
import { PROBLEM_CODES, type ProblemCode } from "@/domain/contract/problem-codes";
import packageJson from "@/package.json";

/** The OpenAPI 3.1 description of the API, made from the schemas that check its requests. */
export function describeApi(): ApiDescription {
  const paths: Record<string, Record<string, OperationDescription>> = {};
  for (const [name, operation] of Object.entries<Operation>(operations)) {
    const path = `/api/v1${operation.path}`;
    paths[path] = { ...paths[path], [operation.method]: describeOperation(name, operation) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Sayso",
      version: packageJson.version,
      description:
        "Who said what, where they stand, and how the article knows. Offsets are Unicode code points, 0-based, end exclusive. " +
        "Every write names an operationId made by the client: sending the same one again gives the same answer and changes nothing. " +
        "Whatever is not 2xx or 304 is a problem (RFC 9457) with a code; components.examples tells what each means. Addresses " +
        "that are none answer 404 not_found, methods that an address does not take 405 method_not_allowed.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/" }],
    paths,
    components: {
      schemas: { Problem: schemaOf(HttpProblem, "output") },
      examples: Object.fromEntries(
        Object.keys(PROBLEM_CODES).map((code) => [code, exampleProblem(code as ProblemCode)]),
      ),
      headers: HEADERS,
      securitySchemes: {
        apiKey: {
          type: "http",
          scheme: "bearer",
          description: "An API key made under Account, without a cookie. Each operation names the scope it takes.",
        },
        session: { type: "apiKey", in: "cookie", name: "sayso.session_token" },
      },
    },
  };
}

function describeOperation(name: string, operation: Operation): OperationDescription {
  return {
    operationId: name,
    tags: [operation.tag],
    summary: operation.summary,
    security: describeSecurity(operation),
    parameters: [...parametersOf(operation.params, "path"), ...parametersOf(operation.query, "query")],
    ...(operation.body && {
      requestBody: { required: true, content: { "application/json": jsonOf(operation.body, "input") } },
    }),
    ...(operation.bytes && { requestBody: { required: true, content: { "application/octet-stream": {} } } }),
    responses: { ...describeAnswer(operation), ...describeProblems(name, operation) },
  };
}

function describeSecurity(operation: Operation): OperationDescription["security"] {
  if (operation.access === "anonymous") return [];
  const scope = keyScopeOf(operation);
  return scope === null ? [{ session: [] }] : [{ session: [] }, { apiKey: [scope] }];
}

const TEXT = { type: "string" };
const COUNT = { type: "integer", minimum: 0 };

const header = (name: keyof typeof HEADERS) => ({ [name]: { $ref: `#/components/headers/${name}` } });

const HEADERS = {
  ETag: { description: "Tag of this answer; with If-None-Match it is asked for only if it changed", schema: TEXT },
  Location: { description: "Where to ask how far it is", schema: TEXT },
  Allow: { description: "The methods that the address takes", schema: TEXT },
  "Retry-After": { description: "Seconds to wait", schema: COUNT },
  "RateLimit-Limit": { description: "Calls a minute that one person or key may make", schema: COUNT },
  "RateLimit-Remaining": { description: "How many of them are left", schema: COUNT },
  "RateLimit-Reset": { description: "Seconds until all are there again", schema: COUNT },
} satisfies ApiDescription["components"]["headers"];

function describeAnswer(operation: Operation): OperationDescription["responses"] {
  const { answer, files, method, access, status = 200 } = operation;
  const limits =
    access === "anonymous"
      ? {}
      : { ...header("RateLimit-Limit"), ...header("RateLimit-Remaining"), ...header("RateLimit-Reset") };
  if (!answer && !files) return { 204: { description: "Done; no body", headers: limits } };
  if (!answer) {
    const content = Object.fromEntries((files ?? []).map((type) => [type, {}]));
    return { [status]: { description: "The file", headers: limits, content } };
  }
  const isTagged = method === "get";
  const headers = { ...limits, ...(isTagged && header("ETag")), ...(status === 202 && header("Location")) };
  return {
    [status]: {
      description: status === 202 ? "Begun" : "Done",
      headers,
      content: { "application/json": jsonOf(answer, "output") },
    },
    ...(isTagged && {
      304: { description: "As it was, if its ETag was sent as If-None-Match", headers: header("ETag") },
    }),
  };
}

/** What can go wrong, by status, with an example of each code. */
function describeProblems(name: string, operation: Operation): OperationDescription["responses"] {
  const byStatus: Record<number, ProblemCode[]> = {};
  for (const code of new Set(problemsOf(name, operation))) {
    const [status] = PROBLEM_CODES[code];
    byStatus[status] = [...(byStatus[status] ?? []), code];
  }
  const described = Object.entries(byStatus).map(([status, codes]) => [
    status,
    {
      description: codes.map((code) => `\`${code}\``).join(", "),
      ...(["429", "503"].includes(status) && { headers: header("Retry-After") }),
      content: {
        "application/problem+json": {
          schema: { $ref: "#/components/schemas/Problem" },
          examples: Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/${code}` }])),
        },
      },
    },
  ]);
  return Object.fromEntries(described);
}

function exampleProblem(code: ProblemCode) {
  const [status, tells] = PROBLEM_CODES[code];
  const problem: HttpProblem = { type: "about:blank", title: code.replaceAll("_", " "), status, code, detail: tells };
  const errors =
    status === 422 ? { errors: [{ path: "content.spans.0.quote", message: "It is not what the text says." }] } : {};
  return { summary: tells, value: { ...problem, ...errors } };
}

/** A body with an example made from its own schema. */
function jsonOf(shape: z.ZodType, io: "input" | "output") {
  const schema = schemaOf(shape, io);
  return { schema, example: exampleOf(schema) };
}

function parametersOf(shape: z.ZodType | undefined, place: "path" | "query") {
  if (!shape) return [];
  const { properties = {}, required = [] } = schemaOf(shape, "input") as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema,
    // What may be left out is seldom all given at once.
    ...(required.includes(name) && { example: exampleOf(schema, name) }),
  }));
}

/** JSON Schema 2020-12, which OpenAPI 3.1 uses as it is, less the dialect line that belongs to whole documents. */
function schemaOf(shape: z.ZodType, io: "input" | "output"): JsonSchema {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(shape, { io });
  return schema;
}
