import { database, inTransaction } from "@/server/database/client";
import { env } from "@/server/env";
import { HttpError } from "@/server/http-error";
import { sendMail } from "@/server/mail/send-mail";
import { makeResetLink } from "./reset-link";

/** No second mail to an account within so many milliseconds. */
const PAUSE = 5 * 60 * 1000;

/**
 * Sends whoever has an account with this address a link that sets a new password. Answers at once and the same for every
 * address: what is found out, and sent, comes afterwards. Errors: 404 no_mail where no mail server is configured.
 */
export function requestReset(email: string, now: Date): void {
  if (!env().smtp) throw new HttpError(404, "no_mail", "This server sends no mail: ask an administrator for a link.");
  sendReset(email, now).catch((error: unknown) => console.warn("A reset link was not sent:", error));
}

async function sendReset(email: string, now: Date): Promise<void> {
  const user = await database().user.findFirst({ where: { email, suspendedAt: null } });
  if (!user) return;
  const made = await inTransaction(async (tx) => {
    const recent = await tx.verification.findFirst({
      where: {
        ...{ value: user.id, identifier: { startsWith: "reset-link:" } },
        createdAt: { gt: new Date(now.getTime() - PAUSE) },
      },
    });
    return recent ? null : makeResetLink(tx, user.id, now);
  });
  if (!made) return;
  await sendMail({
    to: user.email,
    subject: "Set a new password for Sayso",
    text: [
      `Somebody asked for a new password for the account of this address at ${env().appUrl}.`,
      "If it was you, set it here within 30 minutes; the link works once:",
      made.link,
      "If it was not you, do nothing: nothing has changed.",
    ].join("\n\n"),
  });
}
