import { operations } from "@/domain/contract/operations";
import { signIn } from "@/server/auth/sign-in";
import { signOut } from "@/server/auth/sign-out";
import { handle } from "@/server/http";

export const POST = handle(operations.signIn, ({ body, request }) =>
  signIn({ ...body, headers: request.headers, now: new Date() }),
);
export const DELETE = handle(operations.signOut, ({ request }) => signOut(request.headers));
