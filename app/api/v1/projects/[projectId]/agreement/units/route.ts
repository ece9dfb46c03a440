import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { exportUnits } from "@/server/queries/agreement/export-units";

export const GET = handle(operations.exportUnits, ({ actor, params, query }) =>
  exportUnits(actor, params.projectId, query),
);
