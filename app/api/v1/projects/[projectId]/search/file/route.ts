import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { exportFound } from "@/server/queries/search/export-found";

export const GET = handle(operations.exportFoundStatements, ({ actor, params, query }) =>
  exportFound(actor, params.projectId, query, new Date()),
);
