import * as z from "zod";

/** A person with an account on this server, as its administrators see them. */
export const ServerUser = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  isAdmin: z.boolean(),
  /** Cannot sign in, and their keys do not work. */
  blocked: z.boolean(),
  hasPassword: z.boolean(),
  hasTwoFactor: z.boolean(),
  /** Of projects that are not deleted. */
  projects: z.int(),
  sessions: z.int(),
  /** When a session of theirs was last used; null: they have none. */
  seenAt: z.iso.datetime().nullable(),
  /** The caller. */
  own: z.boolean(),
});
export type ServerUser = z.infer<typeof ServerUser>;

/** What happened to an account, for administrators: the latest first. */
export const AccountChange = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  action: z.string(),
  /** Whose account; null: it is deleted. */
  name: z.string().nullable(),
  /** Who did it; null: a deleted account, or the server's own command line. */
  by: z.string().nullable(),
});
export type AccountChange = z.infer<typeof AccountChange>;

/** Query of GET /users. */
export const UsersQuery = z.object({ query: z.string().trim().max(200).default("") });
export type UsersQuery = z.infer<typeof UsersQuery>;

/** GET /users: by name; at most 200, `total` says how many there are. */
export const UserList = z.object({ items: z.array(ServerUser), total: z.int(), changes: z.array(AccountChange) });
export type UserList = z.infer<typeof UserList>;

/** Body of PUT /users/{userId}/admin. */
export const AdminChange = z.object({ isAdmin: z.boolean() });
/** Body of PUT /users/{userId}/block. */
export const BlockChange = z.object({ blocked: z.boolean() });

/** POST /users/{userId}/reset-links: told once. */
export const ResetLink = z.object({ link: z.string(), expiresAt: z.iso.datetime() });
export type ResetLink = z.infer<typeof ResetLink>;
