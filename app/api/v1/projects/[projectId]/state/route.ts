import { operations } from "@/domain/contract/operations";
import { changeProjectState } from "@/server/commands/change-project";
import { handle } from "@/server/http";

export const PUT = handle(operations.changeProjectState, ({ actor, params, body }) =>
  changeProjectState(actor, params.projectId, body),
);
