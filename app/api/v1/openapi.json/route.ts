import { describeApi } from "@/server/openapi";

/** Needs no sign-in: it describes the API, not anybody's data. */
export function GET(): Response {
  return Response.json(describeApi());
}
