import { auth } from "./auth";
import { sessionResponse } from "./session-response";
import { signOut } from "./sign-out";

/**
 * A new session for a user who has just proved who they are, and the end of the one the request came with: an id that
 * was known before signing in is worth nothing after it. Null for a suspended or unknown user.
 */
export async function startSession(userId: string, headers: Headers): Promise<Response | null> {
  const started = await auth().api.startSession({ body: { userId }, headers, returnHeaders: true });
  if (!started.response) return null;
  await signOut(headers);
  return sessionResponse(started.headers);
}
