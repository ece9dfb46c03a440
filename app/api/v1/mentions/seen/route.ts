import { operations } from "@/domain/contract/operations";
import { seeMentions } from "@/server/commands/discussion/see-mentions";
import { handle } from "@/server/http";

export const PUT = handle(operations.seeMentions, ({ actor, body }) => seeMentions(actor, body.commentIds, new Date()));
