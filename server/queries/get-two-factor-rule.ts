import type { TwoFactorRule } from "@/domain/contract/two-factor";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";

/** Whether a project's reviewers and managers need a second factor, for its managers. Errors: 404, 403 for others. */
export async function getTwoFactorRule(actor: Actor, projectId: string): Promise<TwoFactorRule> {
  const db = database();
  const { project } = await openProject(db, actor, projectId, "project.inspect");
  const without = await db.membership.findMany({
    where: { projectId, role: { in: ["reviewer", "manager"] }, user: { twoFactorAt: null } },
    select: { user: { select: { name: true } } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return { required: project.requiresTwoFactor ?? false, without: without.map(({ user }) => user.name) };
}
