import { chooseClaim } from "@/domain/assignment/choose-claim";
import type { ClaimOffer } from "@/domain/contract/assignments";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { claimSettingsOf } from "@/server/rows/claim-settings-of";
import { readTrainingState } from "../training/read-training-state";
import { readClaimFacts } from "./read-claim-facts";

/** Whether somebody could take a document of the project now; null where none are taken there, or not by them. Errors: 404. */
export async function findClaimOffer(actor: Actor, projectId: string, now: Date): Promise<ClaimOffer | null> {
  const db = database();
  const { project } = await openProject(db, actor, projectId, "project.read");
  const settings = claimSettingsOf(project);
  if (!settings.isOpen || project.archivedAt) return null;
  const key = { projectId_userId: { projectId, userId: actor.userId } };
  if (!(await db.membership.findUnique({ where: key }))) return null;
  if ((await readTrainingState(db, project, actor.userId))?.isOpen) return null;
  const facts = await readClaimFacts(db, { projectId, userId: actor.userId, now });
  const { most, leaseHours } = settings;
  const mayTake = facts.open < most && chooseClaim(facts, settings) !== null;
  return { mayTake, open: facts.open, most, leaseHours };
}
