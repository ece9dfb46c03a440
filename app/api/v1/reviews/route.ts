import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { listReviews } from "@/server/queries/list-reviews";

export const GET = handle(operations.listReviews, ({ actor }) => listReviews(actor));
