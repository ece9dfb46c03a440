import { operations } from "@/domain/contract/operations";
import { addExample } from "@/server/commands/discussion/add-example";
import { handle } from "@/server/http";

export const POST = handle(operations.addExample, ({ actor, params, body }) =>
  addExample(actor, params.rulingId, body),
);
