import { operations } from "@/domain/contract/operations";
import { importRegistry } from "@/server/commands/registry/import-registry";
import { handle } from "@/server/http";

export const POST = handle(operations.importRegistry, ({ actor, params, body }) =>
  importRegistry(actor, params.projectId, body),
);
