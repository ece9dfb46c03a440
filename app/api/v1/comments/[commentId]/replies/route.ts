import { operations } from "@/domain/contract/operations";
import { reply } from "@/server/commands/discussion/open-thread";
import { handle } from "@/server/http";

export const POST = handle(operations.reply, ({ actor, params, body }) => reply(actor, params.commentId, body));
