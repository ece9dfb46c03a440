import type { Account } from "@/domain/contract/account";
import { inTransaction } from "@/server/database/client";
import { appendAccountEvent } from "./account-events";
import type { Actor } from "./actor";
import { getAccount } from "./get-account";

/** Gives the caller's account another name; everything that shows it shows the new one, and comments go on naming them. */
export async function renameAccount(actor: Actor, name: string, now: Date): Promise<Account> {
  const { userId } = actor;
  await inTransaction(async (tx) => {
    const { count } = await tx.user.updateMany({ where: { id: userId, name: { not: name } }, data: { name } });
    if (count > 0) await appendAccountEvent(tx, { userId, actorId: userId, action: "account.renamed", at: now });
  });
  return getAccount({ ...actor, name });
}
