import { operations } from "@/domain/contract/operations";
import { startOidc } from "@/server/auth/oidc/sign-in-by-oidc";
import { handle } from "@/server/http";

export const POST = handle(operations.startOidc, ({ body }) => startOidc(body.next, new Date()));
