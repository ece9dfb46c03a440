import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { getThreadHistory } from "@/server/queries/discussion/get-thread-history";

export const GET = handle(operations.getThreadHistory, ({ actor, params }) =>
  getThreadHistory(actor, params.commentId),
);
