import { NextRequest } from "next/server";
import { expect, test } from "vitest";
import { proxy } from "@/proxy";

const visit = (path: string, headers: Record<string, string> = {}) =>
  proxy(new NextRequest(`http://127.0.0.1:3000${path}`, { headers }));
/** A header the page will see, as Next.js hands it on. */
const handedOn = (answer: Response, name: string) => answer.headers.get(`x-middleware-request-${name}`);

test.each(["/", "/sign-in", "/annotate/x", "/annotate/x.svg", "/api/v1/account", "/api/v1/openapi.json"])(
  "%s is never stored, runs only its own scripts and is framed by nobody",
  (path) => {
    const { headers } = visit(path);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-frame-options")).toBe("DENY");
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/]{22}==' 'strict-dynamic';/);
    for (const part of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"]) {
      expect(policy).toContain(part);
    }
    expect(policy).not.toContain("unsafe-eval");
  },
);

test("each request has a nonce of its own, which the page is told", () => {
  const [one, two] = [visit("/"), visit("/")];
  const nonce = handedOn(one, "x-nonce");
  expect(one.headers.get("content-security-policy")).toContain(`'nonce-${nonce}'`);
  expect(handedOn(one, "content-security-policy")).toBe(one.headers.get("content-security-policy"));
  expect(handedOn(two, "x-nonce")).not.toBe(nonce);
});

test("a caller cannot choose the nonce or the path", () => {
  const answer = visit("/review?x=1", { "x-nonce": "mine", "x-sayso-path": "//evil.example" });
  expect(handedOn(answer, "x-nonce")).not.toBe("mine");
  expect(handedOn(answer, "x-sayso-path")).toBe("/review?x=1");
});

test.each(["/_next/static/chunks/a.js", "/favicon.ico"])("%s may be cached", (path) => {
  const { headers } = visit(path);
  expect(headers.get("cache-control")).toBeNull();
  expect(headers.get("x-content-type-options")).toBe("nosniff");
});

test("only an address with https is to be opened by nothing but https", () => {
  expect(visit("/").headers.get("strict-transport-security")).toBeNull();
  process.env.APP_URL = "https://sayso.example.org";
  expect(visit("/").headers.get("strict-transport-security")).toBe("max-age=31536000");
  delete process.env.APP_URL;
});
