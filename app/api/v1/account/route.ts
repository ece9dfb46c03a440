import { operations } from "@/domain/contract/operations";
import { getAccount } from "@/server/auth/get-account";
import { renameAccount } from "@/server/auth/rename-account";
import { signOut } from "@/server/auth/sign-out";
import { deleteAccount } from "@/server/commands/account/delete-account";
import { handle } from "@/server/http";

export const GET = handle(operations.getAccount, ({ actor }) => getAccount(actor));

export const PUT = handle(operations.renameAccount, ({ actor, body }) => renameAccount(actor, body.name, new Date()));

export const DELETE = handle(operations.deleteAccount, async ({ actor, body, request }) => {
  await deleteAccount(actor, body, new Date());
  return signOut(request.headers);
});
