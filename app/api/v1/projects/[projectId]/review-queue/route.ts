import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { getReviewQueue } from "@/server/queries/get-review-queue";

export const GET = handle(operations.getReviewQueue, ({ actor, params, query }) =>
  getReviewQueue(actor, params.projectId, query, new Date()),
);
