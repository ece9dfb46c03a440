import { Secret } from "otpauth";
import { expect, test } from "vitest";
import { makeSecret, secretUri, stepOf } from "./totp";

/** The key of RFC 6238, appendix B; its codes there have eight digits, of which the last six are ours. */
const KEY = Secret.fromUTF8("12345678901234567890").base32;

test.each([
  [59, "287082"],
  [1111111109, "081804"],
  [1111111111, "050471"],
  [1234567890, "005924"],
  [2000000000, "279037"],
  [20000000000, "353130"],
])("at %i s the code is %s", (seconds, code) => {
  expect(stepOf(KEY, code, new Date(seconds * 1000))).toBe(Math.floor(seconds / 30));
});

test("a code counts one step early and one late, and no longer", () => {
  const at = (seconds: number) => stepOf(KEY, "287082", new Date(seconds * 1000));
  expect([0, 29, 30, 59, 60, 89].map(at)).toEqual([1, 1, 1, 1, 1, 1]);
  expect(at(90)).toBeNull();
});

test.each(["", "28708", "2870822", "28708a", "٢٨٧٠٨٢", "287082\n"])("%j is no code", (code) => {
  expect(stepOf(KEY, code, new Date(59_000))).toBeNull();
});

test("secrets differ and have 160 bits; the address names Sayso and the account", () => {
  const secret = makeSecret();
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(makeSecret()).not.toBe(secret);
  const uri = new URL(secretUri(secret, "ana+x@example.org"));
  expect(uri.protocol).toBe("otpauth:");
  expect(decodeURIComponent(uri.pathname)).toContain("Sayso:ana+x@example.org");
  expect(uri.searchParams.get("secret")).toBe(secret);
});
