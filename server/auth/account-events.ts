import { v7 as uuid } from "uuid";
import type { Tx } from "@/server/database/client";

export type AccountAction =
  | "user.made_admin"
  | "user.no_longer_admin"
  | "user.blocked"
  | "user.unblocked"
  | "user.sessions_ended"
  | "reset_link.made"
  | "account.renamed"
  | "account.deleted"
  | "password.reset"
  | "two_factor.on"
  | "two_factor.off"
  | "two_factor.removed"
  | "recovery_codes.renewed";

interface AccountHappening {
  userId: string;
  /** Null: the server's own command line. */
  actorId: string | null;
  action: AccountAction;
  at: Date;
}

/** Notes what happened to an account, in the transaction of the change. */
export async function appendAccountEvent(tx: Tx, happening: AccountHappening): Promise<void> {
  await tx.accountEvent.create({ data: { id: uuid(), ...happening } });
}
