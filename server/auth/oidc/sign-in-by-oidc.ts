import { symmetricDecrypt, symmetricEncrypt } from "better-auth/crypto";
import * as client from "openid-client";
import { v7 as uuid } from "uuid";
import * as z from "zod";
import { authSecret } from "@/server/auth-secret";
import { database, inTransaction } from "@/server/database/client";
import { env } from "@/server/env";
import { forbidden, HttpError } from "@/server/http-error";
import { localPath } from "../local-path";
import { makeToken } from "../single-use-token";
import { startSession } from "../start-session";
import { oidcProvider, unavailable } from "./provider";

/** How long somebody may take at the provider, and for the code of a second factor, seconds. */
const MINUTES = 10 * 60;

/** What this browser was sent away with; whoever comes back must bring it along. */
const Journey = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  next: z.string(),
  until: z.number(),
});

const redirectUri = () => `${env().appUrl}/sign-in/oidc`;

/** Where to prove who one is, with what this browser must bring back in a cookie only this server can read. */
export async function startOidc(next: string, now: Date): Promise<Response> {
  const config = await oidcProvider();
  const journey = {
    state: client.randomState(),
    nonce: client.randomNonce(),
    verifier: client.randomPKCECodeVerifier(),
    next: localPath(next),
    until: now.getTime() + MINUTES * 1000,
  };
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri(),
    scope: "openid email profile",
    state: journey.state,
    nonce: journey.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(journey.verifier),
    code_challenge_method: "S256",
  });
  const sealed = await symmetricEncrypt({ key: authSecret(), data: JSON.stringify(journey) });
  return answer({ url: url.href }, cookie(sealed, MINUTES));
}

interface Return {
  /** The query with which the provider sent the browser back. */
  query: string;
  headers: Headers;
  now: Date;
}

/**
 * Signs in whoever the provider says came back: by the account linked to them, else by the one with their verified address,
 * which is linked then. Where the account has a second factor, a token for asking it instead of a session. Errors: 401
 * oidc_refused for what was not begun in this browser or is not proved, 403 no_account, 503 oidc_unavailable.
 */
export async function finishOidc({ query, headers, now }: Return): Promise<Response> {
  const config = await oidcProvider();
  const journey = await openJourney(headers, now);
  const person = await identify(config, journey, query);
  const user = await findUser(person);
  if (user.twoFactorAt) {
    const expiresAt = new Date(now.getTime() + MINUTES * 1000);
    const token = await inTransaction((tx) => makeToken(tx, { purpose: "second-factor", userId: user.id, expiresAt }));
    return answer({ next: journey.next, secondFactor: token }, cookie("", 0));
  }
  const session = await startSession(user.id, headers);
  if (!session) throw noAccount();
  const signedIn = answer({ next: journey.next, secondFactor: null }, cookie("", 0));
  for (const one of session.headers.getSetCookie()) signedIn.headers.append("Set-Cookie", one);
  return signedIn;
}

async function openJourney(headers: Headers, now: Date): Promise<z.infer<typeof Journey>> {
  const sealed = new RegExp(`(?:^|;\\s*)${cookieName()}=([^;]+)`).exec(headers.get("cookie") ?? "")?.[1];
  if (!sealed) throw refused();
  try {
    const data = await symmetricDecrypt({ key: authSecret(), data: decodeURIComponent(sealed) });
    const journey = Journey.parse(JSON.parse(data));
    if (journey.until > now.getTime()) return journey;
  } catch {
    // Not of this server, or not whole: the same as none.
  }
  throw refused();
}

interface Person {
  issuer: string;
  subject: string;
  /** Null: the provider gives none, or does not vouch for it. */
  email: string | null;
}

async function identify(
  config: client.Configuration,
  journey: z.infer<typeof Journey>,
  query: string,
): Promise<Person> {
  const url = new URL(redirectUri());
  url.search = query;
  try {
    const tokens = await client.authorizationCodeGrant(config, url, {
      ...{ pkceCodeVerifier: journey.verifier, expectedState: journey.state, expectedNonce: journey.nonce },
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw refused();
    const about = claims.email ? claims : await client.fetchUserInfo(config, tokens.access_token, claims.sub);
    const isVerified = typeof about.email === "string" && about.email_verified === true;
    return {
      issuer: claims.iss,
      subject: claims.sub,
      email: isVerified ? String(about.email).trim().toLowerCase() : null,
    };
  } catch (error) {
    const told = error instanceof client.ResponseBodyError || error instanceof client.AuthorizationResponseError;
    if (told || error instanceof client.ClientError || error instanceof HttpError) {
      // Its message names what was wrong with an answer, never a token.
      console.warn("A sign-in by the provider was refused:", error instanceof Error ? error.message : error);
      throw refused();
    }
    throw unavailable();
  }
}

async function findUser({ issuer, subject, email }: Person) {
  const key = { providerId: "oidc", accountId: `${issuer} ${subject}` };
  const linked = await database().account.findUnique({
    where: { providerId_accountId: key },
    include: { user: true },
  });
  if (linked) return linked.user;
  const user = email ? await database().user.findUnique({ where: { email } }) : null;
  if (!user || user.suspendedAt) throw noAccount();
  // Insert if absent: of two first sign-ins at once, both find it.
  const data = { id: uuid(), userId: user.id, ...key };
  await database().account.upsert({ where: { providerId_accountId: key }, create: data, update: {} });
  return user;
}

const refused = () =>
  new HttpError(
    401,
    "oidc_refused",
    "This sign-in was not begun in this browser, took too long, or was declined. Begin again.",
  );

const noAccount = () =>
  forbidden(
    "Nobody has an account here with the address your provider vouches for: ask for an invitation.",
    "no_account",
  );

/** Over https bound to this very host, as the session's is. */
function cookieName(): string {
  const url = new URL(env().appUrl);
  return url.protocol === "https:" ? "__Host-sayso_oidc" : `sayso_oidc_${url.port || "80"}`;
}

function cookie(value: string, seconds: number): string {
  const secure = env().appUrl.startsWith("https:") ? "; Secure" : "";
  return `${cookieName()}=${encodeURIComponent(value)}; Max-Age=${seconds}; Path=/; HttpOnly; SameSite=Lax${secure}`;
}

function answer(body: object, setCookie: string): Response {
  return Response.json(body, { headers: { "Cache-Control": "no-store", "Set-Cookie": setCookie } });
}
