import { operations } from "@/domain/contract/operations";
import { streamChanges } from "@/server/events/stream-changes";
import { handle } from "@/server/http";

export const GET = handle(operations.streamChanges, ({ actor, params, query, request }) =>
  streamChanges(actor, params.assignmentId, query, request),
);
