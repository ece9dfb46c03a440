import { operations } from "@/domain/contract/operations";
import { showSuggestions } from "@/server/commands/show-suggestions";
import { handle } from "@/server/http";

export const POST = handle(operations.showSuggestions, ({ actor, params, body }) =>
  showSuggestions(actor, params.assignmentId, body),
);
