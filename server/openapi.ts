import * as z from "zod";
import type { ApiDescription, JsonSchema, OperationDescription } from "@/domain/contract/api-description";
import { keyScopeOf, type Operation } from "@/domain/contract/operation-groups/operation";
import { operations } from "@/domain/contract/operations";
import { HttpProblem } from "@/domain/contract/problem";
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
        "Every write names an operationId made by the client: sending the same one again gives the same answer and changes nothing.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/" }],
    paths,
    components: {
      schemas: { Problem: schemaOf(HttpProblem, "output") },
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
      requestBody: { required: true, content: { "application/json": { schema: schemaOf(operation.body, "input") } } },
    }),
    responses: { [operation.status ?? 200]: describeAnswer(operation), default: PROBLEM },
  };
}

function describeSecurity(operation: Operation): OperationDescription["security"] {
  if (operation.access === "anonymous") return [];
  const scope = keyScopeOf(operation);
  return scope === null ? [{ session: [] }] : [{ session: [] }, { apiKey: [scope] }];
}

const PROBLEM = {
  description: "What went wrong and what to do (RFC 9457)",
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
};

function describeAnswer({ answer, files }: Operation): OperationDescription["responses"][string] {
  if (answer) return { description: "Done", content: { "application/json": { schema: schemaOf(answer, "output") } } };
  if (files) return { description: "The file", content: Object.fromEntries(files.map((type) => [type, {}])) };
  return { description: "Done; no body" };
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
  }));
}

/** JSON Schema 2020-12, which OpenAPI 3.1 uses as it is, less the dialect line that belongs to whole documents. */
function schemaOf(shape: z.ZodType, io: "input" | "output"): JsonSchema {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(shape, { io });
  return schema;
}
