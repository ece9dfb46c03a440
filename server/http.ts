import type * as z from "zod";
import { keyScopeOf, type Operation } from "@/domain/contract/operation-groups/operation";
import { type Actor, findActor } from "@/server/auth/actor";
import { findKeyActor } from "@/server/auth/api-keys";
import { DatabaseBusyError } from "@/server/database/client";
import { env } from "@/server/env";
import { forbidden, HttpError, invalid, unauthenticated, unknownKey } from "@/server/http-error";
import { NO_STORE, problemResponse } from "@/server/problem-response";
import { admitCall } from "@/server/rate-limit";
import { taggedJson } from "@/server/tagged-json";

/** Largest body an operation accepts that names no other limit, counted in bytes that really arrived. */
const BODY_LIMIT = 1024 * 1024;

type Parsed<T> = T extends z.ZodType ? z.output<T> : undefined;
type ActorOf<O extends Operation> = O extends { access: "anonymous" } ? Actor | null : Actor;
type Answer<O extends Operation> = O extends { answer: z.ZodType }
  ? z.output<O["answer"]> | Response
  : Response | undefined;

export interface Call<O extends Operation> {
  actor: ActorOf<O>;
  params: Parsed<O["params"]>;
  query: Parsed<O["query"]>;
  body: Parsed<O["body"]>;
  request: Request;
}

/**
 * Makes a route handler of an operation: origin, actor, shape, run, JSON or problem+json. The one way in for every
 * mutation; a route file only names the operation and the query or command that performs it.
 */
export function handle<const O extends Operation>(operation: O, run: (call: Call<O>) => Promise<Answer<O>>) {
  const answer = async (request: Request, context: { params: Promise<Record<string, string>> }): Promise<Response> => {
    let limits: Record<string, string> = {};
    try {
      const actor = await identify(operation, request);
      if (actor) limits = admitCall(actor.keyId ?? actor.userId, Date.now());
      const call = {
        actor,
        params: operation.params && (await parseParams(operation.params, context)),
        query: operation.query && parse(operation.query, queryOf(request), "The query has problems."),
        body:
          operation.body &&
          parse(operation.body, await readJson(request, operation.bodyLimit), "The body has problems."),
        request,
      } as Call<O>;
      const found = await run(call);
      return withHeaders(found instanceof Response ? found : answerOf(operation, found, request), limits);
    } catch (error) {
      return withHeaders(explain(error), limits);
    }
  };
  // Whoever has the route can look up what it promises.
  return Object.assign(answer, { operation });
}

function withHeaders(answer: Response, headers: Record<string, string>): Response {
  for (const [name, value] of Object.entries(headers)) if (!answer.headers.has(name)) answer.headers.set(name, value);
  return answer;
}

function answerOf(operation: Operation, answer: unknown, request: Request): Response {
  if (answer === undefined) return new Response(null, { status: 204, headers: NO_STORE });
  const status = operation.status ?? 200;
  if (operation.method !== "get") return Response.json(answer, { status, headers: NO_STORE });
  return taggedJson(answer, request, status);
}

/** Whoever the request speaks for: by a key when it brings one, else by the session of its cookie. */
async function identify(operation: Operation, request: Request): Promise<Actor | null> {
  const authorization = request.headers.get("authorization");
  if (authorization === null) {
    if (operation.method !== "get") refuseForeignOrigin(request);
    const actor = await findActor(request.headers);
    if (!actor && operation.access !== "anonymous") throw unauthenticated();
    return actor;
  }
  // A key is sent by a program on purpose, never by a browser for another site, so no origin is asked for. With a cookie
  // beside it nobody could say which of the two was meant.
  if (request.headers.has("cookie")) {
    throw new HttpError(400, "key_and_cookie", "Send the API key without a cookie.");
  }
  const actor = await findKeyActor(authorization, new Date());
  if (!actor) throw unknownKey();
  const scope = keyScopeOf(operation);
  if (scope === null) throw forbidden("This takes a signed-in person: no API key may do it.", "session_only");
  if (!actor.scopes?.includes(scope)) {
    throw forbidden(`This API key may not do that: it lacks the scope “${scope}”.`, "scope_missing");
  }
  return actor;
}

/** Turns whatever was thrown into problem+json; only HttpError speaks to the caller, anything else is logged and opaque. */
function explain(error: unknown): Response {
  if (error instanceof HttpError) return problemResponse(error);
  return problemResponse(error instanceof DatabaseBusyError ? busy(error) : unexpected(error));
}

const busy = (error: DatabaseBusyError) =>
  new HttpError(503, "database_busy", error.message, { headers: { "Retry-After": "1" } });

function unexpected(error: unknown): HttpError {
  const id = crypto.randomUUID();
  console.error(`[${id}]`, error);
  return new HttpError(500, "unexpected", `Something went wrong on the server; its log says more under ${id}.`);
}

/**
 * Route handlers have no CSRF check of their own. A browser always sends Origin with these methods, so one that is
 * missing, "null" or another site's is refused.
 */
function refuseForeignOrigin(request: Request): void {
  const site = request.headers.get("sec-fetch-site");
  if (request.headers.get("origin") === env().appUrl && (site === null || site === "same-origin")) return;
  throw forbidden(`This request did not come from Sayso's own pages. Open Sayso at ${env().appUrl}.`, "foreign_origin");
}

async function parseParams(shape: z.ZodType, context: { params: Promise<Record<string, string>> }) {
  const parsed = shape.safeParse(await context.params);
  // An id that cannot exist is answered like one that does not.
  if (!parsed.success) throw new HttpError(404, "not_found", "There is nothing here, or it is not yours to see.");
  return parsed.data;
}

const queryOf = (request: Request) => Object.fromEntries(new URL(request.url).searchParams);

async function readJson(request: Request, limit = BODY_LIMIT): Promise<unknown> {
  const type = request.headers.get("content-type") ?? "";
  if (type.split(";")[0]?.trim().toLowerCase() !== "application/json") {
    throw new HttpError(415, "not_json", "Send the body as application/json.");
  }
  const text = await readText(request, limit);
  try {
    return JSON.parse(text, refuseUnstorable);
  } catch (error) {
    if (error instanceof HttpError) throw error;
    throw new HttpError(400, "malformed_json", "The body is not valid JSON.");
  }
}

async function readText(request: Request, limit: number): Promise<string> {
  if (!request.body) return "";
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.byteLength;
    if (size > limit) throw new HttpError(413, "too_large", `A body may have ${limit} bytes at most.`);
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

/** PostgreSQL stores neither NUL nor lone surrogates, and a `__proto__` key has no honest use. */
function refuseUnstorable(key: string, value: unknown): unknown {
  if (key === "__proto__") throw invalid("The body has a key named __proto__.");
  if (typeof value === "string" && (value.includes("\u0000") || !value.isWellFormed())) {
    throw invalid(`The text of "${key}" has a character that cannot be stored.`);
  }
  return value;
}

function parse(shape: z.ZodType, input: unknown, detail: string): unknown {
  const parsed = shape.safeParse(input);
  if (parsed.success) return parsed.data;
  throw invalid(
    detail,
    parsed.error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message })),
  );
}
