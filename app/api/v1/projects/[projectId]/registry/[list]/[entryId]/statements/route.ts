import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { listEntryUses } from "@/server/queries/registry/list-entry-uses";

export const GET = handle(operations.listEntryUses, ({ actor, params, query }) => listEntryUses(actor, params, query));
