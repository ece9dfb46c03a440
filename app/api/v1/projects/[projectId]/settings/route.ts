import { operations } from "@/domain/contract/operations";
import { changeProjectSettings } from "@/server/commands/change-project-settings";
import { handle } from "@/server/http";
import { getProjectSettings } from "@/server/queries/get-project-settings";

export const GET = handle(operations.getProjectSettings, ({ actor, params }) =>
  getProjectSettings(actor, params.projectId),
);

export const PUT = handle(operations.changeProjectSettings, ({ actor, params, body }) =>
  changeProjectSettings(actor, params.projectId, body),
);
