import type { AccountDeletion } from "@/domain/contract/deletion";
import type { Actor } from "@/server/auth/actor";
import { findHash } from "@/server/auth/change-password";
import { noteDeletions } from "@/server/auth/deletion-list";
import { holdAdmins, refuseLastAdmin } from "@/server/auth/hold-admins";
import { verifyPassword } from "@/server/auth/password";
import { admitAttempt } from "@/server/auth/sign-in-throttle";
import { spendCode, wrongCode } from "@/server/auth/two-factor";
import { inTransaction } from "@/server/database/client";
import { announceChange } from "@/server/events/change-feed";
import { conflict, invalid } from "@/server/http-error";
import { removeExportFiles, removePerson } from "./remove-person";

/**
 * Deletes the caller's account: name, address, password, keys, sessions, settings and exports are gone, memberships end.
 * What they coded, ruled and wrote stays under their pseudonym, and every chain of events as it is. Errors: 409 last_admin,
 * only_manager, 422 when the address, password or code is not right, 429.
 */
export async function deleteAccount(actor: Actor, proof: AccountDeletion, now: Date): Promise<void> {
  await checkProof(actor, proof, now);
  const { userId, email } = actor;
  const { exports, projects } = await inTransaction(async (tx) => {
    if (actor.hasTwoFactor && !(await spendCode(tx, userId, proof.code ?? "", now))) throw wrongCode();
    await holdAdmins(tx, now);
    if (actor.isAdmin) await refuseLastAdmin(tx, userId);
    const removed = await removePerson(tx, { user: { id: userId, email }, actorId: userId, now });
    refuseAbandoning(removed.abandoned);
    return removed;
  });
  keepDeleted(userId);
  for (const projectId of projects) announceChange({ projectId, subjectType: "member" });
  await removeExportFiles(exports);
}

/** The account is gone by now whatever happens here: what could not be noted is at the next start. */
function keepDeleted(userId: string): void {
  try {
    noteDeletions([userId]);
  } catch (error) {
    console.error("A deleted account could not be noted outside of the database:", error);
  }
}

async function checkProof(actor: Actor, { email, password }: AccountDeletion, now: Date): Promise<void> {
  if (email !== actor.email) throw notRight("email", "This is not the address of your account.");
  const hash = await findHash(actor.userId);
  if (hash === null) return;
  // Guessing it from an unlocked screen is guessing too.
  await admitAttempt(actor.email, now);
  if (!(await verifyPassword({ hash, password: password ?? "" }))) {
    throw notRight("password", "The password is not right.");
  }
}

const notRight = (path: string, message: string) => invalid(message, [{ path, message }], "wrong_proof");

function refuseAbandoning(projects: readonly string[]): void {
  if (projects.length === 0) return;
  const names = new Intl.ListFormat("en").format(projects.map((name) => `“${name}”`));
  throw conflict(
    "only_manager",
    `You are the only manager of ${names}. Make somebody else a manager under Members, or delete the project, first.`,
  );
}
