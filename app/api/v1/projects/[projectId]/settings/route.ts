import { operations } from "@/domain/contract/operations";
import { changeProjectSettings } from "@/server/commands/change-project-settings";
import { handle } from "@/server/http";

export const PUT = handle(operations.changeProjectSettings, ({ actor, params, body }) =>
  changeProjectSettings(actor, params.projectId, body),
);
