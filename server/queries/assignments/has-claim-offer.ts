import { chooseClaim } from "@/domain/assignment/choose-claim";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { claimSettingsOf } from "@/server/rows/claim-settings-of";
import { readClaimFacts } from "./read-claim-facts";

/** Whether somebody could take a document of the project now. Errors: 404. */
export async function hasClaimOffer(actor: Actor, projectId: string, now: Date): Promise<boolean> {
  const db = database();
  const { project } = await openProject(db, actor, projectId, "project.read");
  const settings = claimSettingsOf(project);
  if (!settings.isOpen || project.archivedAt) return false;
  const key = { projectId_userId: { projectId, userId: actor.userId } };
  if (!(await db.membership.findUnique({ where: key }))) return false;
  const facts = await readClaimFacts(db, { projectId, userId: actor.userId, now });
  return facts.open < settings.most && chooseClaim(facts, settings) !== null;
}
