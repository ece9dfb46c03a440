import { operations } from "@/domain/contract/operations";
import { changeSpeaker } from "@/server/commands/registry/change-speaker";
import { handle } from "@/server/http";
import { getSpeaker } from "@/server/queries/registry/get-entry";

export const GET = handle(operations.getSpeaker, ({ actor, params }) => getSpeaker(actor, params));
export const PUT = handle(operations.changeSpeaker, ({ actor, params, body }) => changeSpeaker(actor, params, body));
