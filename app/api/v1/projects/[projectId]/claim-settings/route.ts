import { operations } from "@/domain/contract/operations";
import { changeClaimSettings } from "@/server/commands/assignments/change-claim-settings";
import { handle } from "@/server/http";

export const PUT = handle(operations.changeClaimSettings, ({ actor, params, body }) =>
  changeClaimSettings(actor, params.projectId, body),
);
