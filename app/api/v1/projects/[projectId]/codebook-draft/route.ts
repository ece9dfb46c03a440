import { operations } from "@/domain/contract/operations";
import { discardCodebookDraft, saveCodebookDraft } from "@/server/commands/codebook/save-codebook-draft";
import { handle } from "@/server/http";
import { getCodebookDraft } from "@/server/queries/codebook/get-codebook-draft";

export const GET = handle(operations.getCodebookDraft, ({ actor, params }) =>
  getCodebookDraft(actor, params.projectId),
);

export const PUT = handle(operations.saveCodebookDraft, ({ actor, params, body }) =>
  saveCodebookDraft(actor, params.projectId, body),
);

export const DELETE = handle(operations.discardCodebookDraft, ({ actor, params, query }) =>
  discardCodebookDraft(actor, params.projectId, query.revision),
);
