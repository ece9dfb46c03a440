import { operations } from "@/domain/contract/operations";
import { distinguishEntries } from "@/server/commands/registry/distinguish-entries";
import { handle } from "@/server/http";

export const POST = handle(operations.distinguishEntries, ({ actor, params, body }) =>
  distinguishEntries(actor, params.projectId, body),
);
