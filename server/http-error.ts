/** A refusal with everything its problem+json answer says. Thrown by the door, queries and commands. */
export class HttpError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    /** One sentence: what is wrong and what to do. */
    readonly detail: string,
    readonly extra: {
      errors?: { path: string; message: string }[];
      current?: unknown;
      headers?: Record<string, string>;
    } = {},
  ) {
    super(`${status} ${code}: ${detail}`);
    this.name = "HttpError";
  }
}

/** The same for a row that is absent and for one the caller may not know of. */
export const notFound = () => new HttpError(404, "not_found", "There is nothing here, or it is not yours to see.");

export const forbidden = (detail: string, code = "forbidden") => new HttpError(403, code, detail);

export const unauthenticated = () => new HttpError(401, "not_signed_in", "Sign in first.");

/** The same for a key that never was, one that expired, one that was revoked and one of a suspended user. */
export const unknownKey = () =>
  new HttpError(401, "unknown_key", "This API key does not work; make another one under Account.", {
    headers: { "WWW-Authenticate": "Bearer" },
  });

export const conflict = (code: string, detail: string, current?: unknown) =>
  new HttpError(409, code, detail, current === undefined ? {} : { current });

export const invalid = (detail: string, errors: { path: string; message: string }[] = [], code = "invalid_body") =>
  new HttpError(422, code, detail, { errors });
