import type { Verification, VerificationQuery } from "@/domain/contract/audit";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { openSnapshot } from "@/server/bulk/snapshot";
import { verifyChain } from "@/server/bulk/verify-chain";
import { database } from "@/server/database/client";
import { headOf } from "../list-change-notices";

/** Events verified in one call: about a second of a slow machine. */
const AT_A_TIME = 2000;

/**
 * Holds the next events of a project's chain against their hashes, as `sayso doctor` does with all of them; the answer says
 * up to where, so that a long chain is verified call by call. Stops at what is wrong first. Errors: 404, 403.
 */
export async function verifyEvents(
  actor: Actor,
  projectId: string,
  { after }: VerificationQuery,
): Promise<Verification> {
  await openProject(database(), actor, projectId, "audit.verify");
  const total = await headOf(projectId);
  let wrong: Verification["wrong"] = null;
  const snapshot = await openSnapshot();
  try {
    const tell = (problem: string, sequence: number) => {
      wrong ??= { sequence, problem };
    };
    const { upTo, finished } = await verifyChain(snapshot, projectId, tell, { after, most: AT_A_TIME });
    return { upTo, total: Math.max(total, upTo), finished, wrong };
  } finally {
    await snapshot.close();
  }
}
