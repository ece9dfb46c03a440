import type { BetterAuthPlugin } from "better-auth";
import { createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import * as z from "zod";

/**
 * `auth().api.startSession({ body: { userId } })`: a new session with its signed cookie, for somebody who has proved
 * who they are by other means than a password. Not reachable over HTTP. Answers null for who may not have a session.
 */
export const startSessionPlugin = {
  id: "start-session",
  endpoints: {
    startSession: createAuthEndpoint.serverOnly(
      { method: "POST", body: z.object({ userId: z.string() }) },
      async (ctx): Promise<{ userId: string } | null> => {
        const { internalAdapter } = ctx.context;
        const user = await internalAdapter.findUserById(ctx.body.userId);
        const session = user && (await internalAdapter.createSession(user.id));
        if (!session) return null;
        await setSessionCookie(ctx, { session, user });
        return { userId: user.id };
      },
    ),
  },
} satisfies BetterAuthPlugin;
