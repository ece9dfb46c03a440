import { beforeAll, expect, test } from "vitest";
import { createSignInLink } from "@/server/auth/sign-in-link";
import { admitAttempt, waitAfter } from "@/server/auth/sign-in-throttle";
import { database } from "@/server/database/client";
import { createTestDatabase } from "../../support/database";
import { GOOD_PASSWORD, makePerson, makePersonWithPassword, redeem, signIn, tokenOf } from "./people";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase()).close);

test("five mistakes are free; then even the right password has to wait, for a known and an unknown address", async () => {
  const { email } = await makePersonWithPassword();
  for (const address of [email, "nobody-at-all@example.org"]) {
    for (let mistake = 1; mistake <= 5; mistake += 1) expect((await signIn(address, "wrong")).status).toBe(401);
    // Two seconds of hashing have not passed since the fifth: its wait of one began after it was counted.
    await admitAttempt(address, new Date(Date.now() + 10_000));
    const refused = await signIn(address, GOOD_PASSWORD);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await refused.json()).code).toBe("too_many_attempts");
  }
});

test("guesses sent together pass no more than one after the other", async () => {
  const now = new Date();
  const attempts = Array.from({ length: 40 }, () => admitAttempt("together@example.org", now));
  const admitted = (await Promise.allSettled(attempts)).filter((attempt) => attempt.status === "fulfilled");
  expect(admitted.length).toBeGreaterThan(0);
  expect(admitted.length).toBeLessThanOrEqual(5);
});

test("the wait doubles up to a quarter of an hour", () => {
  expect([0, 4, 5, 6, 7, 14, 15, 99].map(waitAfter)).toEqual([0, 0, 1000, 2000, 4000, 512_000, 900_000, 900_000]);
});

test("the hundredth failure in a row is the last that is evaluated, however long one waits", async () => {
  const email = "patient@example.org";
  let now = Date.now();
  for (let failures = 0; failures < 100; failures += 1) {
    await admitAttempt(email, new Date(now));
    now += waitAfter(failures + 1);
  }
  for (const years of [0, 1, 20]) {
    const later = new Date(now + years * 365 * 24 * 60 * 60 * 1000);
    await expect(admitAttempt(email, later)).rejects.toMatchObject({ status: 429, code: "password_locked" });
  }
});

test("the right password, or a sign-in link, starts the count afresh", async () => {
  const { email, id } = await makePersonWithPassword();
  const counts = () =>
    database().verification.count({ where: { identifier: "sign-in-failures", value: { not: "0 0" } } });
  const before = await counts();
  await signIn(email, "wrong");
  expect(await counts()).toBe(before + 1);
  expect((await signIn(email, GOOD_PASSWORD)).status).toBe(204);
  expect(await counts()).toBe(before);
  await signIn(email, "wrong");
  await redeem(tokenOf(await createSignInLink(id, new Date())));
  expect(await counts()).toBe(before);
});

test("what is kept of an address nobody tried for a month is deleted", async () => {
  const now = Date.now();
  await admitAttempt("long-ago@example.org", new Date(now - 31 * 24 * 60 * 60 * 1000));
  const kept = await database().verification.count({ where: { identifier: "sign-in-failures" } });
  await admitAttempt((await makePerson()).email, new Date(now));
  expect(await database().verification.count({ where: { identifier: "sign-in-failures" } })).toBe(kept);
});
