import { operations } from "@/domain/contract/operations";
import { splitEntry } from "@/server/commands/registry/merge-entry";
import { handle } from "@/server/http";

export const POST = handle(operations.splitEntry, ({ actor, params, body }) => splitEntry(actor, params, body));
