import { operations } from "@/domain/contract/operations";
import { createStatement } from "@/server/commands/create-statement";
import { handle } from "@/server/http";

export const POST = handle(operations.createStatement, ({ actor, params, body }) =>
  createStatement(actor, params.assignmentId, body),
);
