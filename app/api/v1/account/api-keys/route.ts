import { operations } from "@/domain/contract/operations";
import { createApiKey, listApiKeys } from "@/server/auth/api-keys";
import { handle } from "@/server/http";

export const GET = handle(operations.listApiKeys, ({ actor }) => listApiKeys(actor));

export const POST = handle(operations.createApiKey, ({ actor, body }) => createApiKey(actor, body, new Date()));
