import { prismaAdapter } from "better-auth/adapters/prisma";
import { APIError } from "better-auth/api";
import { betterAuth } from "better-auth/minimal";
import { v7 } from "uuid";
import { authSecret } from "@/server/auth-secret";
import { type Db, database } from "@/server/database/client";
import { env } from "@/server/env";
import { perProcess } from "@/server/per-process";
import { hashSessionTokens } from "./hashed-session-tokens";
import { hashPassword, verifyPassword } from "./password";
import { startSessionPlugin } from "./start-session-plugin";

/** A session ends this many seconds after it began, used or not. */
const ABSOLUTE_SECONDS = 30 * 24 * 60 * 60;

type Auth = ReturnType<typeof createAuth>;

const state = perProcess<{ db: Db | null; auth: Auth | null }>("auth", () => ({ db: null, auth: null }));

/**
 * better-auth over the database of this process, made at the first call. Its own HTTP handler is mounted nowhere, so
 * that none of its routes (sign-up, e-mail change, …) exists: ours call `auth().api` and nothing else reaches it.
 */
export function auth(): Auth {
  const db = database();
  if (!state.auth || state.db !== db) {
    state.auth = createAuth(db);
    state.db = db;
  }
  return state.auth;
}

/**
 * Name of the cookie that holds the session. Over https `__Host-` binds it to this very host; over plain http, where
 * browsers do not tell ports apart, the port in the name keeps two servers on one machine from signing each other out.
 */
function sessionCookieName(): string {
  const url = new URL(env().appUrl);
  return url.protocol === "https:" ? "__Host-sayso_session" : `sayso_session_${url.port || "80"}`;
}

function createAuth(db: Db) {
  const { appUrl, databaseUrl } = env();
  return betterAuth({
    appName: "Sayso",
    baseURL: appUrl,
    secret: authSecret(),
    trustedOrigins: [appUrl],
    telemetry: { enabled: false },
    logger: { level: "error" },
    database: hashSessionTokens(prismaAdapter(db, { provider: databaseUrl ? "postgresql" : "sqlite" })),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 15,
      maxPasswordLength: 200,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    user: {
      additionalFields: {
        isAdmin: { type: "boolean", required: true, input: false },
        suspendedAt: { type: "date", required: false, input: false },
        twoFactorAt: { type: "date", required: false, input: false },
      },
    },
    // Reading a session writes nothing: neither prolonged nor cleaned up by a page that renders.
    session: { expiresIn: ABSOLUTE_SECONDS, disableSessionRefresh: true, deferSessionRefresh: true },
    databaseHooks: {
      session: {
        create: {
          // Whatever way a session comes about, a suspended user gets none.
          before: async ({ userId }) => {
            const user = await database().user.findUnique({ where: { id: userId }, select: { suspendedAt: true } });
            if (!user || user.suspendedAt) throw new APIError("UNAUTHORIZED", { message: "No session for this user" });
          },
        },
      },
    },
    advanced: {
      database: { generateId: () => v7(), validateSchema: false },
      // better-auth would write "__Secure-" before a name that says "__Host-" already.
      useSecureCookies: false,
      cookiePrefix: "sayso",
      cookies: { session_token: { name: sessionCookieName() } },
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", path: "/", secure: appUrl.startsWith("https:") },
      // The address of a client is only what the nearest proxy says it is, and nothing here needs it.
      ipAddress: { disableIpTracking: true },
    },
    plugins: [startSessionPlugin],
  });
}
