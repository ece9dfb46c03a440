import { operations } from "@/domain/contract/operations";
import { writeSuggestions } from "@/server/commands/write-suggestions";
import { handle } from "@/server/http";
import { getSuggestions } from "@/server/queries/get-suggestions";

export const GET = handle(operations.getSuggestions, ({ actor, params, query }) =>
  getSuggestions(actor, params.documentId, query),
);

export const POST = handle(operations.writeSuggestions, ({ actor, params, body }) =>
  writeSuggestions(actor, params.documentId, body),
);
