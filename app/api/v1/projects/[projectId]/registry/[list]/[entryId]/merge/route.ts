import { operations } from "@/domain/contract/operations";
import { mergeEntry } from "@/server/commands/registry/merge-entry";
import { handle } from "@/server/http";

export const POST = handle(operations.mergeEntry, ({ actor, params, body }) => mergeEntry(actor, params, body));
