import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { exportDataset } from "@/server/queries/export-dataset";

export const GET = handle(operations.exportDataset, ({ actor, params, query }) =>
  exportDataset(actor, params.projectId, query),
);
