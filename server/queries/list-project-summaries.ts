import type { Role } from "@/domain/contract/account";
import type { ProjectList } from "@/domain/contract/projects";
import { may } from "@/domain/policy";
import { restorableUntil } from "@/domain/project/grace-period";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { projectStateOf } from "@/server/rows/project-row";

/** The caller's projects with what is in them; deleted ones for who can still restore them. */
export async function listProjectSummaries(actor: Actor, now: Date): Promise<ProjectList> {
  const rows = await database().project.findMany({
    where: actor.isAdmin ? {} : { memberships: { some: { userId: actor.userId } } },
    include: {
      memberships: { where: { userId: actor.userId } },
      _count: { select: { documents: true, memberships: true } },
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const items = rows.flatMap((row) => {
    const role = actor.isAdmin ? "manager" : ((row.memberships[0]?.role ?? "annotator") as Role);
    const isGone = row.deletedAt && (!may("project.keep", role) || restorableUntil(row.deletedAt) <= now);
    if (isGone) return [];
    const { name, createdAt, _count } = row;
    const counts = { documents: _count.documents, members: _count.memberships };
    return {
      ...projectStateOf(row),
      name,
      role,
      membershipId: row.memberships[0]?.id ?? null,
      ...counts,
      createdAt: createdAt.toISOString(),
    };
  });
  return { items, mayCreate: actor.isAdmin };
}
