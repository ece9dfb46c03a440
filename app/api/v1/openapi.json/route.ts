import { describeApi } from "@/server/openapi";
import { taggedJson } from "@/server/tagged-json";

/** Needs no sign-in: it describes the API, not anybody's data. */
export const GET = (request: Request): Response => taggedJson(describeApi(), request);
