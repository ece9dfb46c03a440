import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { exportRegistry } from "@/server/queries/registry/export-registry";

export const GET = handle(operations.exportRegistry, ({ actor, params, query }) =>
  exportRegistry(actor, params.projectId, query, new Date()),
);
