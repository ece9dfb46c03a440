import { operations } from "@/domain/contract/operations";
import { renameProject } from "@/server/commands/change-project";
import { handle } from "@/server/http";

export const PUT = handle(operations.renameProject, ({ actor, params, body }) =>
  renameProject(actor, params.projectId, body),
);
