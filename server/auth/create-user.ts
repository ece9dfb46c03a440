import * as z from "zod";
import type { Tx } from "@/server/database/client";

/** A stricter address than sign-in accepts could never sign in; better-auth checks it the same way. */
const Email = z.email("An account needs a full e-mail address, such as name@example.org.");

interface NewUser {
  id: string;
  name: string;
  email: string;
  isAdmin: boolean;
}

/**
 * Creates a person without a password: they come in by a sign-in link and may set one then. Throws a ZodError for an
 * address that could not be signed in with, and Prisma's P2002 when it is taken.
 */
export async function createUser(tx: Tx, { id, name, email, isAdmin }: NewUser): Promise<void> {
  const address = Email.parse(email.trim().toLowerCase());
  await tx.user.create({ data: { id, name, email: address, isAdmin, emailVerified: false } });
}
