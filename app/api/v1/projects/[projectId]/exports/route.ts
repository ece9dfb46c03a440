import { operations } from "@/domain/contract/operations";
import { startExport } from "@/server/commands/start-export";
import { handle } from "@/server/http";
import { listExports } from "@/server/queries/list-exports";

export const GET = handle(operations.listExports, ({ actor, params }) => listExports(actor, params.projectId));

export const POST = handle(operations.startExport, async ({ actor, params, body }) => {
  const started = await startExport(actor, params.projectId, body);
  return Response.json(started, {
    status: 202,
    headers: { "Cache-Control": "no-store", Location: `/api/v1/exports/${started.id}` },
  });
});
