import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { getSearchChoices } from "@/server/queries/search/get-search-choices";

export const GET = handle(operations.getSearchChoices, ({ actor, params }) =>
  getSearchChoices(actor, params.projectId),
);
