import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { previewRegistryImport } from "@/server/queries/registry/preview-registry-import";

export const POST = handle(operations.previewRegistryImport, ({ actor, params, body }) =>
  previewRegistryImport(actor, params.projectId, body),
);
