import { randomBytes } from "node:crypto";
import { type ApiKey, type ApiKeyCreated, type ApiKeyInput, type ApiKeyList, Scope } from "@/domain/contract/api-keys";
import type * as rows from "@/prisma/generated/sqlite/client";
import { database } from "@/server/database/client";
import { conflict, invalid, notFound } from "@/server/http-error";
import type { Actor } from "./actor";
import { sha256 } from "./hashed-session-tokens";

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/** Digits that 256 bits take. */
const DIGITS = 43;
const SECRET = /^Bearer +(sayso_[0-9A-Za-z]{43})$/i;
/** How old the last use of a key may be before it is noted anew, milliseconds. */
const TOUCH_AFTER = 60 * 60 * 1000;

/** Makes a key for oneself. Its secret is in this answer and nowhere else. Errors: 409 id_taken, 422. */
export async function createApiKey(actor: Actor, input: ApiKeyInput, now: Date): Promise<ApiKeyCreated> {
  const { id, name, scopes } = input;
  const expiresAt = input.expiresAt === null ? null : new Date(input.expiresAt);
  if (expiresAt && expiresAt <= now) {
    throw invalid("The key would never work.", [{ path: "expiresAt", message: "Choose a moment in the future." }]);
  }
  if (await database().apiKey.findUnique({ where: { id } })) {
    throw conflict(
      "id_taken",
      "This key was made already, and its secret is shown only once: revoke it and make another.",
    );
  }
  const secret = makeSecret();
  const data = { id, userId: actor.userId, name, hash: sha256(secret), scopes, expiresAt, createdAt: now };
  return { apiKey: toApiKey(await database().apiKey.create({ data })), secret };
}

/** One's own keys that are not revoked, expired ones too. */
export async function listApiKeys(actor: Actor): Promise<ApiKeyList> {
  const keys = await database().apiKey.findMany({
    where: { userId: actor.userId, revokedAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  return { items: keys.map(toApiKey) };
}

/** Ends a key at once. Errors: 404 for another's, an absent and a revoked one. */
export async function revokeApiKey(actor: Actor, id: string, now: Date): Promise<void> {
  const { count } = await database().apiKey.updateMany({
    where: { id, userId: actor.userId, revokedAt: null },
    data: { revokedAt: now },
  });
  if (count === 0) throw notFound();
}

/**
 * Whom an Authorization header speaks for; null for anything but a key that works now: unknown, revoked, expired and of a
 * suspended user alike.
 */
export async function findKeyActor(authorization: string, now: Date): Promise<Actor | null> {
  const secret = SECRET.exec(authorization)?.[1];
  if (!secret) return null;
  const key = await database().apiKey.findUnique({ where: { hash: sha256(secret) }, include: { user: true } });
  if (!key || key.revokedAt || (key.expiresAt && key.expiresAt <= now) || key.user.suspendedAt) return null;
  if (!key.lastUsedAt || key.lastUsedAt.getTime() + TOUCH_AFTER <= now.getTime()) {
    // Compare-and-set: of many calls that arrive together, one writes.
    await database().apiKey.updateMany({
      where: { id: key.id, lastUsedAt: key.lastUsedAt },
      data: { lastUsedAt: now },
    });
  }
  const { id: userId, name, email, isAdmin } = key.user;
  const hasTwoFactor = key.user.twoFactorAt !== null;
  return { userId, name, email, isAdmin, hasTwoFactor, scopes: Scope.array().parse(key.scopes), keyId: key.id };
}

function makeSecret(): string {
  let rest = BigInt(`0x${randomBytes(32).toString("hex")}`);
  let digits = "";
  for (; digits.length < DIGITS; rest /= 62n) digits += ALPHABET[Number(rest % 62n)];
  return `sayso_${digits}`;
}

function toApiKey({ id, name, scopes, expiresAt, lastUsedAt, createdAt }: rows.ApiKey): ApiKey {
  return {
    id,
    name,
    scopes: Scope.array().parse(scopes),
    expiresAt: expiresAt?.toISOString() ?? null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  };
}
