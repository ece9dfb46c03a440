import type { Tx } from "@/server/database/client";
import { conflict } from "@/server/http-error";

/** Makes others who change administrators wait until the transaction ends: of two who go at the same moment one stays. */
export async function holdAdmins(tx: Tx, now: Date): Promise<void> {
  await tx.user.updateMany({ where: { isAdmin: true }, data: { updatedAt: now } });
}

/** Throws 409 last_admin where nobody else could run the server; read while administrators are held. */
export async function refuseLastAdmin(tx: Tx, userId: string): Promise<void> {
  const others = await tx.user.count({ where: { isAdmin: true, suspendedAt: null, id: { not: userId } } });
  if (others === 0) {
    throw conflict("last_admin", "A server keeps at least one administrator: make somebody else one first.");
  }
}
