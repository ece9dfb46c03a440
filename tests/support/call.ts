import type { Operation } from "@/domain/contract/operation-groups/operation";
import { problemsOf } from "@/domain/contract/operation-problems";
import { operations } from "@/domain/contract/operations";
import { HttpProblem } from "@/domain/contract/problem";
import { createSignInLink, redeemSignInLink } from "@/server/auth/sign-in-link";
import { env } from "@/server/env";

export type Route = ((request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>) & {
  operation?: Operation;
};

/** A Cookie header of a new session of this user. */
export async function sessionOf(userId: string): Promise<string> {
  const token = new URL(await createSignInLink(userId, new Date())).hash.replace("#token=", "");
  const answer = await redeemSignInLink(token, new Headers(), new Date());
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

/**
 * Calls a route as a browser on our own page does; `headers` override what it would send (null: not sent). Throws where the
 * answer is a problem that the description of the API does not name.
 */
export async function call(
  route: Route,
  method: string,
  options: {
    cookie?: string;
    params?: Record<string, string>;
    query?: string;
    body?: BodyInit | object;
    headers?: Record<string, string | null>;
  } = {},
): Promise<Response> {
  const { cookie, params = {}, query = "", body } = options;
  const headers = new Headers({ origin: env().appUrl, "sec-fetch-site": "same-origin" });
  if (cookie) headers.set("cookie", cookie);
  if (body !== undefined) headers.set("content-type", "application/json");
  for (const [name, value] of Object.entries(options.headers ?? {}))
    value === null ? headers.delete(name) : headers.set(name, value);
  const isWhole = body === undefined || typeof body === "string" || body instanceof Uint8Array;
  const payload = isWhole ? (body as BodyInit | undefined) : JSON.stringify(body);
  const request = new Request(`${env().appUrl}/api/v1/x${query}`, { method, headers, body: payload });
  const answer = await route(request, { params: Promise.resolve(params) });
  if (route.operation && answer.status >= 400) await expectDescribed(route.operation, answer.clone());
  return answer;
}

async function expectDescribed(operation: Operation, answer: Response): Promise<void> {
  const { code } = HttpProblem.parse(await answer.json());
  const name = Object.entries<Operation>(operations).find(([, one]) => one === operation)?.[0] ?? "";
  const described: readonly string[] = problemsOf(name, operation);
  if (!described.includes(code)) {
    throw new Error(
      `${name} answered ${answer.status} ${code}, which domain/contract/operation-problems.ts does not name.`,
    );
  }
}
