import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { previewRecode } from "@/server/queries/recode/preview-recode";

export const POST = handle(operations.previewRecode, ({ actor, params, body }) =>
  previewRecode(actor, params.projectId, body, new Date()),
);
