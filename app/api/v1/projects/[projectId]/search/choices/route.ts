import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { getSearchChoices } from "@/server/queries/search/search-statements";

export const GET = handle(operations.getSearchChoices, ({ actor, params }) =>
  getSearchChoices(actor, params.projectId),
);
