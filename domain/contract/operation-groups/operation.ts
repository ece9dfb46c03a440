import type * as z from "zod";
import type { Scope } from "../api-keys";

/** One operation of the API: what its route accepts and answers, and what the OpenAPI description says of it. */
export interface Operation {
  method: "get" | "post" | "put" | "delete";
  /** Below /api/v1, with {parameters}. */
  path: string;
  tag: string;
  summary: string;
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  /** Bytes of the body, at most; absent: one megabyte. */
  bodyLimit?: number;
  /** Instead of a body: the bytes of a file, which the command reads as they come. */
  bytes?: true;
  /** Absent: no body (204), or a file. */
  answer?: z.ZodType;
  /** Media types of an answer that is a file. */
  files?: readonly string[];
  status?: number;
  /** `anonymous`: usable without being signed in. */
  access?: "anonymous";
  /** What an API key must be allowed for it; absent: `read` for GET, else `write`. Null: no key will do. */
  keyScope?: Scope | null;
}

/** What an API key must be allowed to call an operation; null: it takes a session, or nothing at all. */
export function keyScopeOf({ keyScope, method, access }: Operation): Scope | null {
  if (keyScope !== undefined || access === "anonymous") return keyScope ?? null;
  return method === "get" ? "read" : "write";
}
