import type { Target, TargetInput } from "@/domain/contract/registry";
import { may } from "@/domain/policy";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { holdProject } from "@/server/events/append-event";
import { forbidden } from "@/server/http-error";
import { currentCodebook } from "@/server/rows/codebook-of";
import { toTarget } from "@/server/rows/registry-rows";
import { performOnce } from "./perform-once";

/**
 * Adds a target of stance: at once from a manager, flagged as proposed from anybody else.
 * Errors: 404, 403 when the codebook's list of targets is fixed.
 */
export function proposeTarget(actor: Actor, projectId: string, input: TargetInput): Promise<Target> {
  const { operationId, id, name } = input;
  const operation = { actor, operationId, action: "target.created", subjectType: "target", subjectId: id } as const;
  return performOnce(operation, async (tx) => {
    const { project, role } = await openProject(tx, actor, projectId, "target.propose");
    const manages = may("project.manage", role);
    const { content: codebook } = await currentCodebook(tx, projectId);
    if (codebook.stance.targets === "fixed" && !manages) {
      throw forbidden("The targets of this project are fixed; ask its manager to add one.", "targets_fixed");
    }
    await holdProject(tx, projectId);
    const position = await tx.target.count({ where: { projectId } });
    const row = await tx.target.create({
      data: { id, projectId, key: `T${position + 1}`, name, proposed: !manages, position },
    });
    return { project, before: null, answer: toTarget(row) };
  });
}
