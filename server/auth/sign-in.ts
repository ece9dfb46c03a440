import { isAPIError } from "better-auth/api";
import { database } from "@/server/database/client";
import { HttpError } from "@/server/http-error";
import { auth } from "./auth";
import { sessionResponse } from "./session-response";
import { admitAttempt, forgetAttempts } from "./sign-in-throttle";
import { signOut } from "./sign-out";

interface Attempt {
  /** In lower case, as accounts store it. */
  email: string;
  password: string;
  headers: Headers;
  now: Date;
}

/**
 * Signs in by e-mail and password with a new session; the one the request came with ends. An unknown address, an
 * account without a password, a wrong password and a suspended user get the same 401 after the same time. Throws 429
 * when there were too many attempts.
 */
export async function signIn({ email, password, headers, now }: Attempt): Promise<Response> {
  await admitAttempt(email, now);
  const started = await startByPassword({ email, password, headers });
  await forgetAttempts(database(), email);
  await signOut(headers);
  return sessionResponse(started.headers);
}

async function startByPassword({ email, password, headers }: Omit<Attempt, "now">) {
  try {
    // better-auth hashes the password for an unknown address too, so that the time taken does not tell.
    return await auth().api.signInEmail({ body: { email, password }, headers, returnHeaders: true });
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500) throw refused();
    throw error;
  }
}

const refused = () =>
  new HttpError(
    401,
    "wrong_credentials",
    "This e-mail address and password do not belong together. Check both; an account may also have no password yet and open by a sign-in link only.",
  );
