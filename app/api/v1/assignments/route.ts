import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { listWork } from "@/server/queries/list-work";

export const GET = handle(operations.listWork, ({ actor }) => listWork(actor));
