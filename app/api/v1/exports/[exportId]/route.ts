import { operations } from "@/domain/contract/operations";
import { removeExport } from "@/server/commands/remove-export";
import { handle } from "@/server/http";
import { getExport } from "@/server/queries/get-export";

export const GET = handle(operations.getExport, ({ actor, params }) => getExport(actor, params.exportId));

export const DELETE = handle(operations.removeExport, ({ actor, params, body }) =>
  removeExport(actor, params.exportId, body),
);
