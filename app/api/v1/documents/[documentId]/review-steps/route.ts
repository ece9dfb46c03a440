import { operations } from "@/domain/contract/operations";
import { travelReview } from "@/server/commands/travel-review";
import { handle } from "@/server/http";

export const POST = handle(operations.travelReview, ({ actor, params, body }) =>
  travelReview(actor, params.documentId, body),
);
