import { operations } from "@/domain/contract/operations";
import { changeReviewSettings } from "@/server/commands/change-review-settings";
import { handle } from "@/server/http";
import { getReviewSettings } from "@/server/queries/get-review-settings";

export const GET = handle(operations.getReviewSettings, ({ actor, params }) =>
  getReviewSettings(actor, params.projectId),
);

export const PUT = handle(operations.changeReviewSettings, ({ actor, params, body }) =>
  changeReviewSettings(actor, params.projectId, body),
);
