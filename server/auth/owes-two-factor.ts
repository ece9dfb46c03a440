import { database } from "@/server/database/client";
import type { Actor } from "./actor";

/** A project that asks the caller for a second factor they have not set up; null: none does. */
export async function owesTwoFactor({ userId, isAdmin, hasTwoFactor }: Actor): Promise<{ name: string } | null> {
  if (hasTwoFactor) return null;
  const asks = { some: { userId, role: { in: ["reviewer", "manager"] } } };
  return database().project.findFirst({
    where: { requiresTwoFactor: true, deletedAt: null, ...(!isAdmin && { memberships: asks }) },
    select: { name: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
}
