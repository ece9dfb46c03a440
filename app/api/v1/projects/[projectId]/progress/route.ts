import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { getProgress } from "@/server/queries/progress/get-progress";

export const GET = handle(operations.getProgress, ({ actor, params }) =>
  getProgress(actor, params.projectId, new Date()),
);
