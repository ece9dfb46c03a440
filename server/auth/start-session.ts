import { isAPIError } from "better-auth/api";
import { auth } from "./auth";
import { sessionResponse } from "./session-response";
import { signOut } from "./sign-out";

/**
 * A new session for a user who has just proved who they are, and the end of the one the request came with: an id that
 * was known before signing in is worth nothing after it. Null for a suspended or unknown user.
 */
export async function startSession(userId: string, headers: Headers): Promise<Response | null> {
  try {
    const started = await auth().api.startSession({ body: { userId }, headers, returnHeaders: true });
    await signOut(headers);
    return sessionResponse(started.headers);
  } catch (error) {
    if (isAPIError(error) && error.statusCode === 401) return null;
    throw error;
  }
}
