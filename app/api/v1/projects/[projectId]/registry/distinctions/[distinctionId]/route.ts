import { operations } from "@/domain/contract/operations";
import { withdrawDistinction } from "@/server/commands/registry/distinguish-entries";
import { handle } from "@/server/http";

export const DELETE = handle(operations.withdrawDistinction, ({ actor, params, body }) =>
  withdrawDistinction(actor, params, body),
);
