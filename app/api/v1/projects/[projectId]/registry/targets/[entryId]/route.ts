import { operations } from "@/domain/contract/operations";
import { changeTarget } from "@/server/commands/registry/change-target";
import { handle } from "@/server/http";
import { getTarget } from "@/server/queries/registry/get-entry";

export const GET = handle(operations.getTarget, ({ actor, params }) => getTarget(actor, params));
export const PUT = handle(operations.changeTarget, ({ actor, params, body }) => changeTarget(actor, params, body));
