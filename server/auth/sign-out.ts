import { auth } from "./auth";
import { sessionResponse } from "./session-response";

/** Ends the session these headers carry, at once and everywhere, and takes its cookie back. */
export async function signOut(headers: Headers): Promise<Response> {
  const ended = await auth().api.signOut({ headers, returnHeaders: true });
  return sessionResponse(ended.headers);
}
