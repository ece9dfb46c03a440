import { isAPIError } from "better-auth/api";
import { database, inTransaction } from "@/server/database/client";
import { HttpError } from "@/server/http-error";
import { auth } from "./auth";
import { findHash } from "./change-password";
import { verifyPassword } from "./password";
import { sessionResponse } from "./session-response";
import { admitAttempt, forgetAttempts } from "./sign-in-throttle";
import { signOut } from "./sign-out";
import { startSession } from "./start-session";
import { spendCode, wrongCode } from "./two-factor";

interface Attempt {
  /** In lower case, as accounts store it. */
  email: string;
  password: string;
  /** Of a second factor, where the account has one. */
  code?: string;
  headers: Headers;
  now: Date;
}

/**
 * Signs in by e-mail and password with a new session; the one the request came with ends. An unknown address, an
 * account without a password, a wrong password and a suspended user get the same 401 after the same time. Throws 401
 * code_required and 422 wrong_code, both after a right password only, and 429 when there were too many attempts.
 */
export async function signIn({ email, password, code, headers, now }: Attempt): Promise<Response> {
  await admitAttempt(email, now);
  const user = await database().user.findFirst({ where: { email, suspendedAt: null, twoFactorAt: { not: null } } });
  const hash = user ? await findHash(user.id) : null;
  if (user && hash) {
    const session = await startByTwoFactors({ userId: user.id, hash, password, code, headers, now });
    await forgetAttempts(database(), email);
    return session;
  }
  const started = await startByPassword({ email, password, headers });
  await forgetAttempts(database(), email);
  await signOut(headers);
  return sessionResponse(started.headers);
}

type TwoFactors = Omit<Attempt, "email"> & { userId: string; hash: string };

/** No session begins before both are proved. */
async function startByTwoFactors({ userId, hash, password, code, headers, now }: TwoFactors): Promise<Response> {
  if (!(await verifyPassword({ hash, password }))) throw refused();
  if (!code) {
    const detail = "This account asks for a code of its authenticator app too, or a recovery code.";
    throw new HttpError(401, "code_required", detail);
  }
  if (!(await inTransaction((tx) => spendCode(tx, userId, code, now)))) throw wrongCode();
  const session = await startSession(userId, headers);
  if (!session) throw refused();
  return session;
}

async function startByPassword({ email, password, headers }: Pick<Attempt, "email" | "password" | "headers">) {
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
