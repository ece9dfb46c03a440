import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { exportConsistency } from "@/server/queries/consistency/export-consistency";

export const GET = handle(operations.exportConsistency, ({ actor, params, query }) =>
  exportConsistency(actor, params.projectId, query, new Date()),
);
