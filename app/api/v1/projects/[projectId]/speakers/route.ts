import { operations } from "@/domain/contract/operations";
import { createSpeaker } from "@/server/commands/create-speaker";
import { handle } from "@/server/http";

export const POST = handle(operations.createSpeaker, ({ actor, params, body }) =>
  createSpeaker(actor, params.projectId, body),
);
