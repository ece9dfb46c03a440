import type { HttpProblem } from "@/domain/contract/problem";

/** The server answered, and refused. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly problem: HttpProblem,
  ) {
    super(problem.detail);
    this.name = "ApiError";
  }
}

/** No answer came: the request may or may not have arrived. */
export class ApiUnreachable extends Error {
  constructor(cause: unknown) {
    super("The server cannot be reached.", { cause });
    this.name = "ApiUnreachable";
  }
}

/** For what takes as long as its files are large: an hour. */
export const LONG_TIMEOUT_MS = 60 * 60 * 1000;

/** Longer than any other write takes; a connection that died silently must not block the ones after it. */
const TIMEOUT_MS = 20_000;

type Method = "GET" | "POST" | "PUT" | "DELETE";

async function request<Answer>(method: Method, path: string, body?: unknown, timeout?: number): Promise<Answer> {
  const answer = await receive(method, path, body, timeout);
  if (!answer.ok) throw new ApiError(answer.status, answer.problem);
  return answer.value as Answer;
}

type Received = { ok: true; value: unknown } | { ok: false; status: number; problem: HttpProblem };

async function receive(method: Method, path: string, body: unknown, timeout = TIMEOUT_MS): Promise<Received> {
  const isFile = body instanceof Blob;
  const type = isFile ? "application/octet-stream" : "application/json";
  try {
    const response = await fetch(`/api/v1${path}`, {
      method,
      credentials: "same-origin",
      signal: AbortSignal.timeout(timeout),
      headers: { Accept: "application/json", ...(body === undefined ? {} : { "Content-Type": type }) },
      body: body === undefined || isFile ? body : JSON.stringify(body),
    });
    // The body counts too: an acknowledgement that broke off half-way is none.
    const text = await response.text();
    if (response.ok) return { ok: true, value: text === "" ? undefined : JSON.parse(text) };
    return { ok: false, status: response.status, problem: readProblem(text, response.status) };
  } catch (cause) {
    throw new ApiUnreachable(cause);
  }
}

/** A proxy in between may answer with a page of its own. */
function readProblem(text: string, status: number): HttpProblem {
  try {
    const problem = JSON.parse(text) as Partial<HttpProblem> | null;
    if (problem && typeof problem.code === "string" && typeof problem.detail === "string")
      return problem as HttpProblem;
  } catch {
    // Not JSON: answered below.
  }
  const detail = `The server answered ${status} without saying why; try again.`;
  return { type: "about:blank", title: "Unexpected answer", status, code: "unexpected_answer", detail };
}

/**
 * The browser's way to the API: paths are below /api/v1. Rejects with ApiError when the server refuses and with
 * ApiUnreachable when no whole answer came.
 */
export const api = {
  /** `timeout` in milliseconds. */
  get: <Answer>(path: string, timeout?: number) => request<Answer>("GET", path, undefined, timeout),
  /** A Blob is sent as its bytes. */
  post: <Answer>(path: string, body: unknown, timeout?: number) => request<Answer>("POST", path, body, timeout),
  put: <Answer>(path: string, body: unknown) => request<Answer>("PUT", path, body),
  delete: <Answer>(path: string, body?: unknown) => request<Answer>("DELETE", path, body),
};
