import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { beforeAll, expect, test } from "vitest";
import { POST as forgottenRoute } from "@/app/api/v1/session/forgotten/route";
import { POST as resetRoute } from "@/app/api/v1/session/reset/route";
import { env } from "@/server/env";
import { call } from "../../support/call";
import { createTestDatabase } from "../../support/database";
import { makePerson, makePersonWithPassword, signIn } from "./people";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase()).close);

const PASSWORD = "another sentence altogether";

interface Received {
  to: string[];
  text: string;
}

const received: Received[] = [];
let tell: (mail: Received) => void = () => {};
/** The next mail that arrives. */
const nextMail = () => new Promise<Received>((resolve) => (tell = resolve));

beforeAll(async () => {
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS", "AUTH"],
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const mail = {
          to: envelope.rcptTo.map(({ address }) => address),
          text: Buffer.concat(chunks).toString("utf8"),
        };
        received.push(mail);
        done();
        tell(mail);
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  env().smtp = { url: `smtp://127.0.0.1:${port}`, from: "sayso@example.org" };
  return () => new Promise<void>((resolve) => server.close(resolve));
});

const ask = (email: string) => call(forgottenRoute, "POST", { body: { email } });

test("a link comes to the address of the account, and sets a password once", async () => {
  const person = await makePersonWithPassword();
  const arrived = nextMail();
  expect((await ask(person.email.toUpperCase())).status).toBe(204);
  const mail = await arrived;
  expect(mail.to).toEqual([person.email]);
  // Soft line breaks of quoted-printable, and "=" written out.
  const token = /#token=([\w-]{43})/.exec(mail.text.replaceAll("=\r\n", "").replaceAll("=3D", "="))?.[1] ?? "";
  const reset = () => call(resetRoute, "POST", { body: { token, newPassword: PASSWORD } });
  expect((await reset()).status).toBe(204);
  expect((await reset()).status).toBe(401);
  expect((await signIn(person.email, PASSWORD)).status).toBe(204);
});

test("an address that nobody has is answered the same, and no account gets a second mail at once", async () => {
  const person = await makePerson();
  const before = received.length;
  const arrived = nextMail();
  expect((await ask("nobody@example.org")).status).toBe(204);
  expect((await ask(`${person.email},nobody@example.org`)).status).toBe(204);
  expect((await ask(person.email)).status).toBe(204);
  await arrived;
  expect((await ask(person.email)).status).toBe(204);
  // Another account's mail, asked for later, comes while none has come in between.
  const other = await makePerson();
  const later = nextMail();
  expect((await ask(other.email)).status).toBe(204);
  expect((await later).to).toEqual([other.email]);
  expect(received.slice(before).map(({ to }) => to)).toEqual([[person.email], [other.email]]);
});

test("without a mail server nothing is sent", async () => {
  env().smtp = null;
  const answer = await ask("nobody@example.org");
  expect([answer.status, (await answer.json()).code]).toEqual([404, "no_mail"]);
});
