import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { getOwnRulings } from "@/server/queries/discussion/get-own-rulings";

export const GET = handle(operations.getOwnRulings, ({ actor, params }) => getOwnRulings(actor, params.assignmentId));
