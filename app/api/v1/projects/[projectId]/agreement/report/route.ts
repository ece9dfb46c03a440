import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { getReliabilityReport } from "@/server/queries/agreement/get-reliability-report";

export const GET = handle(operations.getReliabilityReport, ({ actor, params, query }) =>
  getReliabilityReport(actor, params.projectId, query),
);
