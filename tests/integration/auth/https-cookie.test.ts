import { afterAll, beforeAll, expect, test } from "vitest";
import { createSignInLink } from "@/server/auth/sign-in-link";
import { forgetEnv } from "@/server/env";
import { createTestDatabase } from "../../support/database";
import { cookieOf, getAccount, makePerson, redeem, tokenOf } from "./people";

process.env.APP_URL = "https://sayso.example.org";
// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase()).close);
afterAll(() => {
  delete process.env.APP_URL;
  forgetEnv();
});

test("over https the cookie is Secure and bound to its host by the browser", async () => {
  const link = await createSignInLink((await makePerson()).id, new Date());
  expect(link).toMatch(/^https:\/\/sayso\.example\.org\/sign-in\/link#token=/);
  const answer = await redeem(tokenOf(link));
  const cookies = answer.headers.getSetCookie();
  expect(cookies).toHaveLength(1);
  const [pair = "", ...attributes] = (cookies[0] ?? "").split("; ");
  expect(pair).toMatch(/^__Host-sayso_session=/);
  // A browser takes a __Host- cookie only with Secure, Path=/ and no Domain.
  expect(attributes.map((attribute) => attribute.toLowerCase()).sort()).toEqual([
    "httponly",
    "max-age=2592000",
    "path=/",
    "samesite=lax",
    "secure",
  ]);
  expect((await getAccount(cookieOf(answer))).status).toBe(200);
});
