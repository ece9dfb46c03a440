import type { TwoFactorRule, TwoFactorRuleInput } from "@/domain/contract/two-factor";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { conflict } from "@/server/http-error";
import { getTwoFactorRule } from "@/server/queries/get-two-factor-rule";
import { performOnce } from "./perform-once";

/**
 * Sets whether a project's reviewers and managers need a second factor. Errors: 404, 403 for others than managers,
 * 409 two_factor_off for a manager without one, who would shut themselves out.
 */
export async function changeTwoFactorRule(
  actor: Actor,
  projectId: string,
  { operationId, required }: TwoFactorRuleInput,
): Promise<TwoFactorRule> {
  const operation = {
    actor,
    operationId,
    action: "project.changed",
    subjectType: "project",
    subjectId: projectId,
  } as const;
  await performOnce(operation, async (tx) => {
    const { project } = await openProject(tx, actor, projectId, "project.manage");
    if (required && !actor.hasTwoFactor) {
      throw conflict("two_factor_off", "Set up a second factor for yourself first, under Account.");
    }
    await tx.project.update({ where: { id: projectId }, data: { requiresTwoFactor: required } });
    const before = { requiresTwoFactor: project.requiresTwoFactor ?? false };
    return { project, before, answer: { requiresTwoFactor: required } };
  });
  return getTwoFactorRule(actor, projectId);
}
