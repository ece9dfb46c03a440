import { operations } from "@/domain/contract/operations";
import { finishOidc } from "@/server/auth/oidc/sign-in-by-oidc";
import { handle } from "@/server/http";

export const POST = handle(operations.finishOidc, ({ body, request }) =>
  finishOidc({ ...body, headers: request.headers, now: new Date() }),
);
