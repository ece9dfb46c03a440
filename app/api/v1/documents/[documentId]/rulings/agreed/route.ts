import { operations } from "@/domain/contract/operations";
import { acceptAgreed } from "@/server/commands/accept-agreed";
import { handle } from "@/server/http";

export const POST = handle(operations.acceptAgreed, ({ actor, params, body }) =>
  acceptAgreed(actor, params.documentId, body),
);
