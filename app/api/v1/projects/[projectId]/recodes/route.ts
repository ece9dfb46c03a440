import { operations } from "@/domain/contract/operations";
import { recodeGold } from "@/server/commands/recode/recode-gold";
import { handle } from "@/server/http";
import { listRecodes } from "@/server/queries/recode/list-recodes";

export const GET = handle(operations.listRecodes, ({ actor, params }) => listRecodes(actor, params.projectId));

export const POST = handle(operations.recodeGold, ({ actor, params, body }) =>
  recodeGold(actor, params.projectId, body),
);
