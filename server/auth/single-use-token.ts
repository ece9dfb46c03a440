import { randomBytes } from "node:crypto";
import { v7 } from "uuid";
import type { Tx } from "@/server/database/client";
import { sha256 } from "./hashed-session-tokens";

/** What a token is good for; one made for something else is as good as none. */
export type TokenPurpose = "sign-in-link" | "reset-link" | "second-factor";

interface TokenOf {
  purpose: TokenPurpose;
  userId: string;
  expiresAt: Date;
}

/** Makes a token that works once; the user's earlier ones of the same purpose end. Only its SHA-256 is stored. */
export async function makeToken(tx: Tx, { purpose, userId, expiresAt }: TokenOf): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await revokeTokens(tx, purpose, userId);
  const identifier = identifierOf(purpose, token);
  await tx.verification.create({ data: { id: v7(), identifier, value: userId, expiresAt } });
  return token;
}

/** Ends all unused tokens of a user that have this purpose. */
export async function revokeTokens(tx: Tx, purpose: TokenPurpose, userId: string): Promise<void> {
  await tx.verification.deleteMany({ where: { value: userId, identifier: { startsWith: `${purpose}:` } } });
}

/** Whose token it is while it works; it goes on to work. */
export async function findTokenUser(tx: Tx, purpose: TokenPurpose, token: string, now: Date): Promise<string | null> {
  const found = await tx.verification.findFirst({ where: { identifier: identifierOf(purpose, token) } });
  return found && found.expiresAt > now ? found.value : null;
}

/** The user whose token it was. The delete decides: of two that come at once, it counts one row for one of them. */
export async function consumeToken(tx: Tx, purpose: TokenPurpose, token: string, now: Date): Promise<string | null> {
  const found = await tx.verification.findFirst({ where: { identifier: identifierOf(purpose, token) } });
  if (!found) return null;
  const { count } = await tx.verification.deleteMany({ where: { id: found.id, expiresAt: { gt: now } } });
  return count === 1 ? found.value : null;
}

const identifierOf = (purpose: TokenPurpose, token: string) => `${purpose}:${sha256(token)}`;
