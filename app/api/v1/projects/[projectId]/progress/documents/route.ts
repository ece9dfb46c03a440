import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { exportProgress } from "@/server/queries/progress/export-progress";

export const GET = handle(operations.exportProgress, ({ actor, params }) =>
  exportProgress(actor, params.projectId, new Date()),
);
