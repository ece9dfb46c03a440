import * as z from "zod";

/** What a key may be used for: reading, writing as its owner, or writing suggestions as an agent. */
export const Scope = z.enum(["read", "write", "suggest"]);
export type Scope = z.infer<typeof Scope>;

/** Body of POST /account/api-keys. */
export const ApiKeyInput = z.object({
  id: z.uuid(),
  name: z.string().trim().min(1, "Give the key a name that says what it is for.").max(100),
  scopes: z
    .array(Scope)
    .min(1, "Choose what the key may be used for.")
    .refine((scopes) => new Set(scopes).size === scopes.length, "Name each scope once."),
  /** Null: it works until it is revoked. */
  expiresAt: z.iso.datetime().nullable().default(null),
});
export type ApiKeyInput = z.infer<typeof ApiKeyInput>;

export const ApiKey = z.object({
  id: z.uuid(),
  name: z.string(),
  scopes: z.array(Scope),
  expiresAt: z.iso.datetime().nullable(),
  /** To the hour. */
  lastUsedAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});
export type ApiKey = z.infer<typeof ApiKey>;

/** GET /account/api-keys: those that are not revoked, the latest first. */
export const ApiKeyList = z.object({ items: z.array(ApiKey) });
export type ApiKeyList = z.infer<typeof ApiKeyList>;

/** The one answer that holds the key itself. */
export const ApiKeyCreated = z.object({ apiKey: ApiKey, secret: z.string() });
export type ApiKeyCreated = z.infer<typeof ApiKeyCreated>;
