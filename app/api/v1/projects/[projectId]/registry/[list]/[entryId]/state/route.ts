import { operations } from "@/domain/contract/operations";
import { changeEntryState } from "@/server/commands/registry/change-entry-state";
import { handle } from "@/server/http";

export const PUT = handle(operations.changeEntryState, ({ actor, params, body }) =>
  changeEntryState(actor, params, body),
);
