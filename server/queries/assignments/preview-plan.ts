import type { PlanOptions, PlanPreview } from "@/domain/contract/assignments";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { peopleNames } from "../name-annotators";
import { readPlan } from "./read-plan";

/** So many documents that stay short are named. */
const NAMED = 50;

/** What a plan would do; changes nothing. Errors: 404, 403 for others than managers, 422 for somebody who is no member. */
export async function previewPlan(actor: Actor, projectId: string, options: PlanOptions): Promise<PlanPreview> {
  const db = database();
  const { project } = await openProject(db, actor, projectId, "assignment.plan");
  const { plan, before, fingerprint } = await readPlan(db, projectId, options);
  const names = await peopleNames(db, project);
  const given = new Map<string, number>();
  for (const { personId } of plan.readings) given.set(personId, (given.get(personId) ?? 0) + 1);
  const short = plan.short.slice(0, NAMED);
  const titles = await db.document.findMany({
    where: { id: { in: short.map(({ documentId }) => documentId) } },
    select: { id: true, title: true },
  });
  const titleOf = new Map(titles.map(({ id, title }) => [id, title]));
  return {
    readings: plan.readings.length,
    documents: new Set(plan.readings.map(({ documentId }) => documentId)).size,
    people: options.annotators.map(({ userId }) => ({
      userId,
      name: names.get(userId) ?? "",
      given: given.get(userId) ?? 0,
      total: (before.get(userId) ?? 0) + (given.get(userId) ?? 0),
    })),
    short: short.map((one) => ({ ...one, title: titleOf.get(one.documentId) ?? "" })),
    fingerprint,
  };
}
