import { v7 as uuid } from "uuid";
import type { Actor } from "@/server/auth/actor";
import { createUser } from "@/server/auth/create-user";
import { database, inTransaction } from "@/server/database/client";

/** The first administrator of this server: who the sign-in link printed at start is for. Created on the first start. */
export async function ensureOwner(): Promise<Actor> {
  const found = await findOwner();
  if (found) return found;
  await inTransaction((tx) => createUser(tx, { id: uuid(), name: "Owner", email: "owner@sayso.local", isAdmin: true }));
  const owner = await findOwner();
  if (!owner) throw new Error("The owner's account was created and is not there.");
  return owner;
}

async function findOwner(): Promise<Actor | null> {
  const user = await database().user.findFirst({
    where: { isAdmin: true, suspendedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return user && { userId: user.id, name: user.name, email: user.email, isAdmin: true, hasTwoFactor: true };
}
