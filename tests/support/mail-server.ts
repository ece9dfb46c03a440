import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { env } from "@/server/env";

interface Received {
  to: string[];
  /** As it came: headers and body. */
  text: string;
}

export interface MailServer {
  received: Received[];
  /** The next mail that arrives. */
  next(): Promise<Received>;
  close(): Promise<void>;
}

/** A mail server on this machine, which the environment of the tests names from now on. */
export async function startMailServer(): Promise<MailServer> {
  const received: Received[] = [];
  let tell: (mail: Received) => void = () => {};
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS", "AUTH"],
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const to = envelope.rcptTo.map(({ address }) => address);
        const mail = { to, text: Buffer.concat(chunks).toString("utf8") };
        received.push(mail);
        done();
        tell(mail);
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  env().smtp = { url: `smtp://127.0.0.1:${port}`, from: "sayso@example.org" };
  return {
    received,
    next: () => new Promise((resolve) => (tell = resolve)),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A mail without the soft line breaks of quoted-printable, and with "=" written out. */
export const wordsOf = ({ text }: Received) => text.replaceAll("=\r\n", "").replaceAll("=3D", "=");
