import { operations } from "@/domain/contract/operations";
import { withdrawBatch } from "@/server/commands/withdraw-batch";
import { handle } from "@/server/http";

export const DELETE = handle(operations.withdrawBatch, ({ actor, params, body }) =>
  withdrawBatch(actor, params.batchId, body.operationId),
);
