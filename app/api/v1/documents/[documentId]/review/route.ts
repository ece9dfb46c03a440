import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { getReviewView } from "@/server/queries/get-review-view";

export const GET = handle(operations.getReview, ({ actor, params }) => getReviewView(actor, params.documentId));
