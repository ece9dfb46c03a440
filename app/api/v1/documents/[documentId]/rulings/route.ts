import { operations } from "@/domain/contract/operations";
import { rule } from "@/server/commands/rule";
import { handle } from "@/server/http";

export const POST = handle(operations.rule, ({ actor, params, body }) => rule(actor, params.documentId, body));
