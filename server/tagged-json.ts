import { createHash } from "node:crypto";
import { NO_STORE } from "./problem-response";

/** JSON with a tag, so that whoever has the same already is told so in a few bytes (304). */
export function taggedJson(answer: unknown, request: Request, status = 200): Response {
  const body = JSON.stringify(answer);
  // Weak: on its way the answer may be compressed.
  const etag = `W/"${createHash("sha256").update(body).digest("base64url")}"`;
  const headers = { ...NO_STORE, ETag: etag };
  const known = request.headers.get("if-none-match")?.split(",") ?? [];
  const isSame = known.some((tag) => tag.trim() === etag || tag.trim() === etag.slice(2));
  if (isSame) return new Response(null, { status: 304, headers });
  return new Response(body, { status, headers: { "Content-Type": "application/json", ...headers } });
}
