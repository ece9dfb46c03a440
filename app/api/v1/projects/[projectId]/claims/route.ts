import { operations } from "@/domain/contract/operations";
import { claimNext } from "@/server/commands/assignments/claim-next";
import { handle } from "@/server/http";

export const POST = handle(operations.claimNext, ({ actor, params, body }) =>
  claimNext(actor, params.projectId, body.operationId),
);
