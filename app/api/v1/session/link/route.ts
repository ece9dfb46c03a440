import { operations } from "@/domain/contract/operations";
import { redeemSignInLink } from "@/server/auth/sign-in-link";
import { handle } from "@/server/http";

export const POST = handle(operations.redeemLink, ({ body, request }) =>
  redeemSignInLink(body.token, request.headers, new Date()),
);
