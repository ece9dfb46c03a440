import { operations } from "@/domain/contract/operations";
import { resolveThread } from "@/server/commands/discussion/resolve-thread";
import { handle } from "@/server/http";

export const PUT = handle(operations.resolveThread, ({ actor, params, body }) =>
  resolveThread(actor, params.commentId, body),
);
