/** A JSON Schema (2020-12), as zod writes it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

type Reference = { $ref: string };
type Content = Readonly<
  Record<string, { schema?: JsonSchema; example?: unknown; examples?: Readonly<Record<string, Reference>> }>
>;

/** One operation of the description. */
export interface OperationDescription {
  operationId: string;
  tags: readonly string[];
  summary: string;
  /** Empty: usable without being signed in. */
  security: readonly unknown[];
  parameters: readonly {
    name: string;
    in: "path" | "query";
    required: boolean;
    schema: JsonSchema;
    example?: unknown;
  }[];
  requestBody?: { required: true; content: Content };
  responses: Readonly<
    Record<string, { description: string; headers?: Readonly<Record<string, Reference>>; content?: Content }>
  >;
}

/** What Sayso's OpenAPI 3.1 document holds, as far as its readers here need to know. */
export interface ApiDescription {
  openapi: string;
  info: { title: string; version: string; description: string; license: { name: string; identifier: string } };
  servers: readonly { url: string }[];
  /** By path from the server's origin, then by method in small letters. */
  paths: Readonly<Record<string, Readonly<Record<string, OperationDescription>>>>;
  components: {
    schemas: Readonly<Record<string, JsonSchema>>;
    /** A problem for each code. */
    examples: Readonly<Record<string, { summary: string; value: unknown }>>;
    headers: Readonly<Record<string, { description: string; schema: JsonSchema }>>;
    securitySchemes: Readonly<Record<string, unknown>>;
  };
}
