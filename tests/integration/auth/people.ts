import { scryptSync } from "node:crypto";
import { v7 } from "uuid";
import { PUT as passwordRoute } from "@/app/api/v1/account/password/route";
import { GET as accountRoute } from "@/app/api/v1/account/route";
import { POST as linkRoute } from "@/app/api/v1/session/link/route";
import { POST as signInRoute, DELETE as signOutRoute } from "@/app/api/v1/session/route";
import { createUser } from "@/server/auth/create-user";
import { createSignInLink } from "@/server/auth/sign-in-link";
import { database, inTransaction } from "@/server/database/client";
import { call } from "../../support/call";

export const GOOD_PASSWORD = "naïve 👩‍👩‍👧 reads «всё»";

export interface Person {
  id: string;
  email: string;
}

export async function makePerson(name = "Ana"): Promise<Person> {
  const id = v7();
  const email = `${id}@example.org`;
  await inTransaction((tx) => createUser(tx, { id, name, email, isAdmin: false }));
  return { id, email };
}

export const signIn = (email: string, password: string, cookie?: string) =>
  call(signInRoute, "POST", { body: { email, password }, cookie });
export const signOut = (cookie: string) => call(signOutRoute, "DELETE", { cookie });
export const redeem = (token: string, cookie?: string) => call(linkRoute, "POST", { body: { token }, cookie });
export const getAccount = (cookie?: string) => call(accountRoute, "GET", { cookie });
export const putPassword = (cookie: string, currentPassword: string | null, newPassword: string) =>
  call(passwordRoute, "PUT", { cookie, body: { currentPassword, newPassword } });

/** The Cookie header a browser sends after this answer. */
export const cookieOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .filter((cookie) => !/max-age=0/i.test(cookie))
    .map((cookie) => cookie.split(";")[0])
    .join("; ");

export const tokenOf = (link: string) => new URL(link).hash.replace("#token=", "");

/** Signs in by a fresh link; the Cookie header of the new session. */
export async function signInByLink(person: Person): Promise<string> {
  return cookieOf(await redeem(tokenOf(await createSignInLink(person.id, new Date()))));
}

/** Of `GOOD_PASSWORD`, at a cost that takes no time; the product's own would take a third of a second for each person. */
const QUICK_HASH = `$scrypt$ln=4,r=8,p=1$c2FsdA$${scryptSync(GOOD_PASSWORD.normalize("NFC"), "salt", 32, { N: 2 ** 4, r: 8, p: 1 }).toString("base64url")}`;

/** A person with `GOOD_PASSWORD`, and the Cookie header of their session. */
export async function makePersonWithPassword(): Promise<Person & { cookie: string }> {
  const person = await makePerson();
  const credential = { id: v7(), userId: person.id, accountId: person.id, providerId: "credential" };
  await database().account.create({ data: { ...credential, password: QUICK_HASH } });
  return { ...person, cookie: await signInByLink(person) };
}
