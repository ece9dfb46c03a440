import { operations } from "@/domain/contract/operations";
import { uploadFile } from "@/server/commands/import-uploads";
import { handle } from "@/server/http";
import { harden } from "@/server/security-headers";

const upload = handle(operations.uploadFile, ({ actor, params, query, request }) =>
  uploadFile(actor, params.projectId, query.name, request.body),
);

/** Files do not pass proxy.ts, which hardens all other answers. */
export const POST = Object.assign(async (...call: Parameters<typeof upload>) => harden(await upload(...call)), {
  operation: upload.operation,
});
