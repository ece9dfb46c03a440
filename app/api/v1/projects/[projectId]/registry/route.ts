import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { getRegistry } from "@/server/queries/get-registry";

export const GET = handle(operations.getRegistry, ({ actor, params }) => getRegistry(actor, params.projectId));
