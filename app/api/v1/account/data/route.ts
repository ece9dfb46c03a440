import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { exportOwnData } from "@/server/queries/account/export-own-data";

export const GET = handle(operations.exportOwnData, async ({ actor }) => exportOwnData(actor, new Date()));
