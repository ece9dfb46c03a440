import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { previewProposals } from "@/server/queries/preview-proposals";

export const GET = handle(operations.previewProposals, ({ actor, params, query }) =>
  previewProposals(actor, params.projectId, query, new Date()),
);
