import { v7 as uuid } from "uuid";
import type { Role } from "@/domain/contract/account";
import type { InvitationAcceptance } from "@/domain/contract/members";
import { invitationNotValid, openInvitation } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { createUser } from "@/server/auth/create-user";
import { sha256 } from "@/server/auth/hashed-session-tokens";
import { hashPassword } from "@/server/auth/password";
import { refuseGuessable } from "@/server/auth/refuse-guessable";
import { signIn } from "@/server/auth/sign-in";
import { database, type Tx } from "@/server/database/client";
import { conflict, unauthenticated } from "@/server/http-error";
import { pseudonym } from "@/server/pseudonym";
import { performOnce } from "../perform-once";

interface Acceptance {
  /** Whoever is signed in. */
  actor: Actor | null;
  input: InvitationAcceptance;
  headers: Headers;
  now: Date;
}

/**
 * Makes a member of whoever holds an invitation's token, and signs them in unless they are. A new account begins with this
 * project. Errors: 401 wrong_credentials or not signed in, 409 already_member or account_exists, 410 invitation_not_valid, 429.
 */
export async function acceptInvitation({ actor, input, headers, now }: Acceptance): Promise<Response | undefined> {
  const { account } = input;
  if (account.kind === "signed_in") {
    if (!actor) throw unauthenticated();
    await join(actor, input);
    return undefined;
  }
  await refuseUnknown(input.token);
  const credentials = { email: account.email, password: account.password, headers, now };
  if (account.kind === "existing") {
    const session = await signIn({ ...credentials, code: account.code });
    await join(await actorOf(account.email), input);
    return session;
  }
  await refuseGuessable(account.password, account, "account.password");
  // Before the transaction: it takes a third of a second, and others write meanwhile.
  const password = await hashPassword(account.password);
  const { id: userId, name, email } = account;
  await join({ userId, name, email, isAdmin: false }, input, async (tx) => {
    if (await tx.user.findUnique({ where: { email } })) {
      throw conflict("account_exists", "There is an account with this e-mail address already: accept with it.");
    }
    await createUser(tx, { id: userId, name, email, isAdmin: false });
    await tx.account.create({
      data: { id: uuid(), userId, accountId: userId, providerId: "credential", password },
    });
  });
  // By the password: the same request sent again must prove whose account it made.
  return signIn(credentials);
}

/** Passwords are hashed, which is slow, for who holds a token only; whether it still works is asked in the transaction. */
async function refuseUnknown(token: string): Promise<void> {
  const known = await database().invitation.findUnique({ where: { hash: sha256(token) }, select: { id: true } });
  if (!known) throw invitationNotValid();
}

async function actorOf(email: string): Promise<Actor> {
  const { id: userId, name, isAdmin } = await database().user.findUniqueOrThrow({ where: { email } });
  return { userId, name, email, isAdmin };
}

/** In one transaction: the account, where there is none yet, the membership, and the end of the invitation. */
function join(
  actor: Actor,
  { operationId, token }: InvitationAcceptance,
  createAccount?: (tx: Tx) => Promise<void>,
): Promise<{ pseudonym: string; role: Role }> {
  const hash = sha256(token);
  // Named by the invitation's hash in the retry check too: another invitation is another operation.
  const operation = { actor, operationId, action: "member.joined", subjectType: "member", subjectId: hash } as const;
  return performOnce(operation, async (tx, now) => {
    const { project, invitation } = await openInvitation(tx, hash, now);
    // Of two that come at once, one changes the row; the other waited for that.
    const { count } = await tx.invitation.updateMany({
      where: { id: invitation.id, acceptedAt: null, revokedAt: null },
      data: { acceptedAt: now },
    });
    if (count === 0) throw invitationNotValid();
    await createAccount?.(tx);
    const key = { projectId_userId: { projectId: project.id, userId: actor.userId } };
    if (await tx.membership.findUnique({ where: key })) {
      throw conflict(
        "already_member",
        "You are a member of this project already; the invitation can go to somebody else.",
      );
    }
    const role = invitation.role as Role;
    await tx.membership.create({ data: { id: uuid(), projectId: project.id, userId: actor.userId, role } });
    return { project, before: null, answer: { pseudonym: pseudonym(project, actor.userId), role } };
  });
}
