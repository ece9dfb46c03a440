import { createHash } from "node:crypto";
import { type AssignmentPlan, planAssignments } from "@/domain/assignment/plan-assignments";
import { canonicalJson } from "@/domain/canonical-json";
import type { PlanOptions } from "@/domain/contract/assignments";
import type { Tx } from "@/server/database/client";
import { invalid } from "@/server/http-error";
import { trainingSettingsOf } from "@/server/rows/training-settings-of";
import { readActiveReadings } from "./read-active-readings";

export interface ReadPlan {
  plan: AssignmentPlan;
  /** Readings each person has before it. */
  before: ReadonlyMap<string, number>;
  /** Of the plan as a whole. */
  fingerprint: string;
}

/** What giving a project's documents out as asked would do now. Errors: 422 for somebody who is no member. */
export async function readPlan(tx: Tx, projectId: string, options: PlanOptions): Promise<ReadPlan> {
  const members = await tx.membership.findMany({ where: { projectId }, select: { userId: true } });
  const known = new Set(members.map(({ userId }) => userId));
  if (options.annotators.some(({ userId }) => !known.has(userId))) {
    throw invalid("Only members are given documents.", [{ path: "annotators", message: "Somebody is no member." }]);
  }
  // Whoever trained on an article has seen its gold.
  const { isOn, documentIds } = trainingSettingsOf(await tx.project.findUniqueOrThrow({ where: { id: projectId } }));
  const documents = await tx.document.findMany({
    where: { projectId, replacedBy: null, ...(isOn && { id: { notIn: documentIds } }) },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  const readings = await readActiveReadings(tx, projectId);
  const openOf = new Map<string, number>();
  const before = new Map<string, number>();
  for (const { userId, submittedAt } of readings) {
    before.set(userId, (before.get(userId) ?? 0) + 1);
    if (submittedAt === null) openOf.set(userId, (openOf.get(userId) ?? 0) + 1);
  }
  const { annotators, readings: overlap, sampleShare, seed, order } = options;
  const plan = planAssignments({
    ...{ readings: overlap, sampleShare, seed, order },
    documentIds: documents.map(({ id }) => id),
    people: annotators.map(({ userId, most }) => ({ id: userId, most, open: openOf.get(userId) ?? 0 })),
    existing: readings.map(({ documentId, userId }) => ({ documentId, personId: userId })),
  });
  const fingerprint = createHash("sha256")
    .update(canonicalJson({ plan, dueOn: options.dueOn }))
    .digest("hex");
  return { plan, before, fingerprint };
}
