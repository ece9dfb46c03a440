import { operations } from "@/domain/contract/operations";
import { distinguishSpeakers } from "@/server/commands/registry/distinguish-speakers";
import { handle } from "@/server/http";

export const POST = handle(operations.distinguishSpeakers, ({ actor, params, body }) =>
  distinguishSpeakers(actor, params.projectId, body),
);
