import type { HttpProblem } from "@/domain/contract/problem";
import type { HttpError } from "./http-error";

export const NO_STORE = { "Cache-Control": "no-store" };

/** A refusal as problem+json (RFC 9457). */
export function problemResponse({ code, status, detail, extra }: HttpError): Response {
  const problem: HttpProblem = {
    type: "about:blank",
    title: code.replaceAll("_", " "),
    status,
    code,
    detail,
    ...(extra.errors?.length ? { errors: extra.errors } : {}),
    ...(extra.current === undefined ? {} : { current: extra.current }),
  };
  return new Response(JSON.stringify(problem), {
    status,
    headers: { "Content-Type": "application/problem+json", ...NO_STORE, ...extra.headers },
  });
}
