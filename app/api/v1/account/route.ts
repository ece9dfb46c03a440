import { operations } from "@/domain/contract/operations";
import { getAccount } from "@/server/auth/get-account";
import { handle } from "@/server/http";

export const GET = handle(operations.getAccount, ({ actor }) => getAccount(actor));
