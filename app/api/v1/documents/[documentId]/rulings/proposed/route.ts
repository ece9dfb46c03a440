import { operations } from "@/domain/contract/operations";
import { applyProposals } from "@/server/commands/apply-proposals";
import { handle } from "@/server/http";

export const POST = handle(operations.applyProposals, ({ actor, params, body }) =>
  applyProposals(actor, params.documentId, body),
);
