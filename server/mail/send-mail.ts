import { createTransport } from "nodemailer";
import { env } from "@/server/env";

interface Mail {
  /** One address; what looks like several is none. */
  to: string;
  subject: string;
  text: string;
}

/** Milliseconds that the mail server may take for each step. */
const TIMEOUT = 20_000;

/** Hands a mail to the server that is configured. Throws where none is, and where it does not take it. */
export async function sendMail({ to, subject, text }: Mail): Promise<void> {
  const { smtp } = env();
  if (!smtp) throw new Error("No mail server is configured.");
  const transport = createTransport({
    url: smtp.url,
    ...{ connectionTimeout: TIMEOUT, greetingTimeout: TIMEOUT, socketTimeout: TIMEOUT },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
  await transport.sendMail({ from: smtp.from, to: { name: "", address: to }, subject, text });
}
