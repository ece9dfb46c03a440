import { operations } from "@/domain/contract/operations";
import { takeNextReview } from "@/server/commands/review-lease";
import { handle } from "@/server/http";

export const POST = handle(operations.takeNextReview, ({ actor, params }) =>
  takeNextReview(actor, params.projectId, new Date()),
);
