import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { exportPeopleProgress } from "@/server/queries/progress/export-progress";

export const GET = handle(operations.exportPeopleProgress, ({ actor, params }) =>
  exportPeopleProgress(actor, params.projectId, new Date()),
);
