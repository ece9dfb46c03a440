import { beforeAll, expect, test } from "vitest";
import { POST as forgottenRoute } from "@/app/api/v1/session/forgotten/route";
import { POST as resetRoute } from "@/app/api/v1/session/reset/route";
import { env } from "@/server/env";
import { call } from "../../support/call";
import { createTestDatabase } from "../../support/database";
import { type MailServer, startMailServer, wordsOf } from "../../support/mail-server";
import { makePerson, makePersonWithPassword, signIn } from "./people";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase()).close);

const PASSWORD = "another sentence altogether";

let mails: MailServer;

beforeAll(async () => {
  mails = await startMailServer();
  return mails.close;
});

const ask = (email: string) => call(forgottenRoute, "POST", { body: { email } });

test("a link comes to the address of the account, and sets a password once", async () => {
  const person = await makePersonWithPassword();
  const arrived = mails.next();
  expect((await ask(person.email.toUpperCase())).status).toBe(204);
  const mail = await arrived;
  expect(mail.to).toEqual([person.email]);
  const token = /#token=([\w-]{43})/.exec(wordsOf(mail))?.[1] ?? "";
  const reset = () => call(resetRoute, "POST", { body: { token, newPassword: PASSWORD } });
  expect((await reset()).status).toBe(204);
  expect((await reset()).status).toBe(401);
  expect((await signIn(person.email, PASSWORD)).status).toBe(204);
});

test("an address that nobody has is answered the same, and no account gets a second mail at once", async () => {
  const person = await makePerson();
  const before = mails.received.length;
  const arrived = mails.next();
  expect((await ask("nobody@example.org")).status).toBe(204);
  expect((await ask(`${person.email},nobody@example.org`)).status).toBe(204);
  expect((await ask(person.email)).status).toBe(204);
  await arrived;
  expect((await ask(person.email)).status).toBe(204);
  // Another account's mail, asked for later, comes while none has come in between.
  const other = await makePerson();
  const later = mails.next();
  expect((await ask(other.email)).status).toBe(204);
  expect((await later).to).toEqual([other.email]);
  expect(mails.received.slice(before).map(({ to }) => to)).toEqual([[person.email], [other.email]]);
});

test("without a mail server nothing is sent", async () => {
  env().smtp = null;
  const answer = await ask("nobody@example.org");
  expect([answer.status, (await answer.json()).code]).toEqual([404, "no_mail"]);
});
