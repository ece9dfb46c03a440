import type { LeaseView } from "@/domain/contract/review-queue";
import type { Prisma } from "@/prisma/generated/sqlite/client";
import type { Actor } from "@/server/auth/actor";
import type { Tx } from "@/server/database/client";

/** Who is reviewing which document, by document; a lease that has expired is nobody's. */
export async function readLeases(
  tx: Tx,
  actor: Pick<Actor, "userId">,
  where: Prisma.ReviewLeaseWhereInput,
  now: Date,
): Promise<Map<string, LeaseView>> {
  const rows = await tx.reviewLease.findMany({
    where: { ...where, expiresAt: { gt: now } },
    include: { user: { select: { name: true, email: true } } },
  });
  return new Map(
    rows.map((row) => [
      row.documentId,
      {
        holder: row.user.name || row.user.email,
        own: row.userId === actor.userId,
        expiresAt: row.expiresAt.toISOString(),
      },
    ]),
  );
}
