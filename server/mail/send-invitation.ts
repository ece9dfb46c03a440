import type { Invitation } from "@/domain/contract/members";
import { env } from "@/server/env";
import { sendMail } from "./send-mail";

interface InvitationMail {
  email: string;
  link: string;
  /** Who invites. */
  by: string;
  project: string;
  invitation: Invitation;
}

/** Sends an invitation's link. Never rejects: that it was not sent is an answer, for the link is there to be handed over. */
export async function sendInvitation(mail: InvitationMail): Promise<"sent" | "failed"> {
  const { email, link, by, project, invitation } = mail;
  try {
    await sendMail({
      to: email,
      subject: `Invitation to ${project}`,
      text: [
        `${by} invites you to “${project}”, as ${invitation.role}, at ${env().appUrl}.`,
        `Join here until ${invitation.expiresAt.slice(0, 10)}; the link works once:`,
        link,
        "If you do not know what this is about, do nothing.",
      ].join("\n\n"),
    });
    return "sent";
  } catch (error) {
    console.warn("An invitation was not sent:", error);
    return "failed";
  }
}
