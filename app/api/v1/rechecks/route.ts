import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { listRechecks } from "@/server/queries/codebook/list-rechecks";

export const GET = handle(operations.listRechecks, ({ actor }) => listRechecks(actor));
