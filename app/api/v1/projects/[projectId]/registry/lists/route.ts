import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { getRegistryLists } from "@/server/queries/registry/get-registry-lists";

export const GET = handle(operations.getRegistryLists, ({ actor, params }) =>
  getRegistryLists(actor, params.projectId),
);
