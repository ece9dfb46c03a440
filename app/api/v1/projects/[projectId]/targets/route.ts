import { operations } from "@/domain/contract/operations";
import { proposeTarget } from "@/server/commands/propose-target";
import { handle } from "@/server/http";

export const POST = handle(operations.proposeTarget, ({ actor, params, body }) =>
  proposeTarget(actor, params.projectId, body),
);
