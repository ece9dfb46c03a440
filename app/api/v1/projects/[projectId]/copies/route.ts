import { operations } from "@/domain/contract/operations";
import { copyProject } from "@/server/commands/copy-project";
import { handle } from "@/server/http";

export const POST = handle(operations.copyProject, ({ actor, params, body }) =>
  copyProject(actor, params.projectId, body),
);
