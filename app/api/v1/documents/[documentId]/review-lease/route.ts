import { operations } from "@/domain/contract/operations";
import { releaseLease, takeLease } from "@/server/commands/review-lease";
import { handle } from "@/server/http";

export const PUT = handle(operations.takeLease, ({ actor, params }) => takeLease(actor, params.documentId, new Date()));

export const DELETE = handle(operations.releaseLease, ({ actor, params }) =>
  releaseLease(actor, params.documentId, new Date()),
);
