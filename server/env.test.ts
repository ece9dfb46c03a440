import { mkdtempSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { EnvError, parseEnv } from "./env";

const problemsOf = (source: Record<string, string>) => {
  try {
    parseEnv(source);
    return [];
  } catch (error) {
    if (error instanceof EnvError) return error.problems;
    throw error;
  }
};

function secretFile(content: string): string {
  const file = join(mkdtempSync(join(tmpdir(), "sayso-secret-")), "secret");
  writeFileSync(file, content);
  return file;
}

describe("the environment", () => {
  test("may be empty", () => {
    expect(parseEnv({})).toEqual({
      databaseUrl: null,
      dataDir: join(process.cwd(), "data"),
      port: 3000,
      hostname: "127.0.0.1",
      appUrl: "http://127.0.0.1:3000",
      authSecret: null,
      oidc: null,
      smtp: null,
      rateLimit: 6000,
    });
  });

  test("takes an empty or blank variable as unset, as .env files write it", () => {
    expect(parseEnv({ DATABASE_URL: "", PORT: " ", BETTER_AUTH_SECRET: "" })).toEqual(parseEnv({}));
  });

  test("mail needs a server and an address to come from", () => {
    const both = { SMTP_URL: "smtp://127.0.0.1:2525", SMTP_FROM: "sayso@example.org" };
    expect(parseEnv(both).smtp).toEqual({ url: both.SMTP_URL, from: both.SMTP_FROM });
    expect(problemsOf({ SMTP_URL: both.SMTP_URL })).toEqual([expect.stringContaining("SMTP_FROM")]);
    expect(problemsOf({ ...both, SMTP_URL: "https://mail.example.org" })).toEqual([
      expect.stringContaining("SMTP_URL"),
    ]);
  });

  test("a sign-in provider needs an address and a client; plain http is for this machine only", () => {
    const near = { OIDC_ISSUER: "http://127.0.0.1:9", OIDC_CLIENT_ID: "sayso" };
    expect(parseEnv({ ...near, OIDC_CLIENT_SECRET: "x" }).oidc).toEqual({
      ...{ issuer: "http://127.0.0.1:9", clientId: "sayso", clientSecret: "x", name: "127.0.0.1" },
    });
    expect(problemsOf({ OIDC_ISSUER: "https://login.example.org" })).toEqual([
      expect.stringContaining("OIDC_CLIENT_ID"),
    ]);
    expect(problemsOf({ ...near, OIDC_ISSUER: "http://login.example.org" })).toEqual([
      expect.stringContaining("OIDC_ISSUER"),
    ]);
  });

  test.each([
    [{ HOSTNAME: "0.0.0.0", PORT: "80" }, "http://127.0.0.1"],
    [{ HOSTNAME: "::1", PORT: "8080" }, "http://[::1]:8080"],
    [{ HOSTNAME: "localhost" }, "http://localhost:3000"],
    [{ APP_URL: "https://sayso.example.org/" }, "https://sayso.example.org"],
  ])("gives %j the origin %s", (source, appUrl) => {
    expect(parseEnv(source).appUrl).toBe(appUrl);
  });

  test("does not listen on the machine's own name, which shells set", () => {
    expect(parseEnv({ HOSTNAME: hostname() }).hostname).toBe("127.0.0.1");
  });

  test("lists everything that is wrong at once", () => {
    const wrong = {
      DATABASE_URL: "mysql://localhost/sayso",
      PORT: "70000",
      HOSTNAME: "not an address",
      APP_URL: "https://example.org/path",
      BETTER_AUTH_SECRET: "short",
      BETTER_AUTH_SECRET_FILE: "/also/given",
    };
    const names = problemsOf(wrong).map((problem) => problem.split(" ")[0]);
    expect(names.sort()).toEqual(
      ["APP_URL", "BETTER_AUTH_SECRET", "BETTER_AUTH_SECRET", "DATABASE_URL", "HOSTNAME", "PORT"].sort(),
    );
    for (const problem of problemsOf(wrong)) expect(problem).toMatch(/^[A-Z_]+ .*\.$/);
  });

  test("reads secrets from files", () => {
    const url = "postgresql://user:p%40ss@db:5432/sayso";
    expect(parseEnv({ DATABASE_URL_FILE: secretFile(`${url}\n`) }).databaseUrl).toBe(url);
    expect(problemsOf({ DATABASE_URL_FILE: "/nowhere/at/all" })).toHaveLength(1);
    expect(problemsOf({ DATABASE_URL_FILE: secretFile("mysql://x") })).toHaveLength(1);
  });

  test("never prints a secret", () => {
    const wrong = { DATABASE_URL: "mysql://user:hunter2@db/sayso", BETTER_AUTH_SECRET: "hunter2" };
    expect(problemsOf(wrong).join()).not.toContain("hunter2");
  });
});
