import { operations } from "@/domain/contract/operations";
import { publishDraft } from "@/server/commands/codebook/publish-draft";
import { handle } from "@/server/http";
import { listCodebookVersions } from "@/server/queries/codebook/list-codebook-versions";

export const GET = handle(operations.listCodebookVersions, ({ actor, params }) =>
  listCodebookVersions(actor, params.projectId),
);

export const POST = handle(operations.publishCodebook, ({ actor, params, body }) =>
  publishDraft(actor, params.projectId, body),
);
