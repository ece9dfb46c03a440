import { operations } from "@/domain/contract/operations";
import { openThread } from "@/server/commands/discussion/open-thread";
import { handle } from "@/server/http";
import { getDiscussion } from "@/server/queries/discussion/get-discussion";

export const GET = handle(operations.getDiscussion, ({ actor, params }) => getDiscussion(actor, params.documentId));

export const POST = handle(operations.openThread, ({ actor, params, body }) =>
  openThread(actor, params.documentId, body),
);
