import { inTransaction } from "@/server/database/client";
import { revokeSignInLinks } from "./sign-in-link";
import { forgetAttempts } from "./sign-in-throttle";

/** Takes away a user's password, sessions and unused sign-in links: only a link made afterwards lets them in. */
export async function resetUserAccess(userId: string): Promise<void> {
  await inTransaction(async (tx) => {
    const { email } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } });
    await tx.account.updateMany({ where: { userId, providerId: "credential" }, data: { password: null } });
    await tx.session.deleteMany({ where: { userId } });
    await revokeSignInLinks(tx, userId);
    await forgetAttempts(tx, email);
  });
}
