import { readFileSync } from "node:fs";
import { isIP } from "node:net";
import { hostname as machineName } from "node:os";
import { resolve } from "node:path";
import * as z from "zod";
import { perProcess } from "./per-process";

export interface Env {
  /** `postgresql://…`, or null for the embedded SQLite database in `dataDir`. */
  databaseUrl: string | null;
  /** Absolute path of the folder that holds everything this installation owns. */
  dataDir: string;
  port: number;
  /** Address to listen on. */
  hostname: string;
  /** The origin people's browsers see, without a trailing slash. */
  appUrl: string;
  /** Null when the server makes its own on first start (server/auth-secret.ts). */
  authSecret: string | null;
  /** A provider that people can sign in by, besides their password; null: none. */
  oidc: OidcSettings | null;
  /** Takes mail, where mail is to be sent; null: nothing is. */
  smtp: SmtpSettings | null;
  /** Calls of the API that one person or key may make in a minute; 0: any number. */
  rateLimit: number;
}

export interface OidcSettings {
  /** Whose `/.well-known/openid-configuration` describes the provider. */
  issuer: string;
  clientId: string;
  /** Null: the client is a public one. */
  clientSecret: string | null;
  /** What the button says: "Sign in with …". */
  name: string;
}

interface SmtpSettings {
  /** `smtps://user:password@host` or `smtp://…`. */
  url: string;
  /** Whom mail comes from. */
  from: string;
}

type Source = Record<string, string | undefined>;

/** The secrets that may be given as a file holding them, for containers: `DATABASE_URL_FILE=/run/secrets/url`. */
const SECRETS = ["DATABASE_URL", "BETTER_AUTH_SECRET", "OIDC_CLIENT_SECRET", "SMTP_URL"];

/** Every problem of the environment at once, a sentence each. */
export class EnvError extends Error {
  override name = "EnvError";
  constructor(readonly problems: string[]) {
    super(problems.join("\n"));
  }
}

const WILDCARDS = new Set(["0.0.0.0", "::"]);

const Variables = z.object({
  DATABASE_URL: z
    .string()
    .refine(
      isPostgresqlUrl,
      "must look like postgresql://user:password@host:5432/name; leave it out to keep the data in DATA_DIR.",
    )
    .optional(),
  DATA_DIR: z.string().default("./data"),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, "must be a whole number from 1 to 65535; leave it out for 3000.")
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65535, "must be a whole number from 1 to 65535; leave it out for 3000.")
    .default(3000),
  HOSTNAME: z
    .string()
    .refine(
      (name) => name === "localhost" || isIP(name) !== 0,
      "must be the IP address to listen on, such as 127.0.0.1 (this machine only) or 0.0.0.0 (every network).",
    )
    .default("127.0.0.1"),
  APP_URL: z
    .string()
    .refine(isOrigin, "must be the address people open, such as https://sayso.example.org, with no path after it.")
    .optional(),
  BETTER_AUTH_SECRET: z
    .string()
    .min(32, "must be at least 32 characters long; leave it out and the server makes one.")
    .optional(),
  OIDC_ISSUER: z
    .string()
    .refine(
      isProvider,
      "must be the https address of the sign-in provider, such as https://login.example.org (http on this machine only).",
    )
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(60, "must be short: it stands on a button.").optional(),
  SMTP_URL: z
    .string()
    .refine(
      (url) => /^smtps?:\/\//.test(url) && URL.canParse(url),
      "must look like smtps://user:password@mail.example.org; leave it out to send no mail.",
    )
    .optional(),
  SMTP_FROM: z.email("must be the address that mail comes from, such as sayso@example.org.").optional(),
  RATE_LIMIT: z
    .string()
    .regex(/^\d{1,7}$/, "must be a whole number of calls a minute, or 0 for no limit; leave it out for 6000.")
    .transform(Number)
    .default(6000),
});

/** Reads a set of environment variables. Throws `EnvError` listing everything that is wrong. */
export function parseEnv(source: Source): Env {
  const problems: string[] = [];
  const given: Source = {};
  for (const [name, value] of Object.entries(source)) if (value?.trim()) given[name] = value.trim();
  for (const name of SECRETS) readSecretFile(name, given, problems);
  if (isMachineName(given.HOSTNAME)) delete given.HOSTNAME;

  const parsed = Variables.safeParse(given);
  for (const issue of parsed.error?.issues ?? []) problems.push(`${String(issue.path[0])} ${issue.message}`);
  if (Boolean(given.OIDC_ISSUER) !== Boolean(given.OIDC_CLIENT_ID)) {
    problems.push("OIDC_ISSUER and OIDC_CLIENT_ID must both be set to sign in by a provider, or neither.");
  }
  if (Boolean(given.SMTP_URL) !== Boolean(given.SMTP_FROM)) {
    problems.push("SMTP_URL and SMTP_FROM must both be set to send mail, or neither.");
  }
  if (!parsed.success || problems.length > 0) throw new EnvError(problems);

  const { DATABASE_URL, DATA_DIR, PORT, HOSTNAME, APP_URL, BETTER_AUTH_SECRET, RATE_LIMIT, SMTP_URL, SMTP_FROM } =
    parsed.data;
  return {
    databaseUrl: DATABASE_URL ?? null,
    dataDir: resolve(/* turbopackIgnore: true */ DATA_DIR),
    port: PORT,
    hostname: HOSTNAME,
    appUrl: APP_URL ? new URL(APP_URL).origin : defaultAppUrl(HOSTNAME, PORT),
    authSecret: BETTER_AUTH_SECRET ?? null,
    oidc: oidcSettings(parsed.data),
    smtp: SMTP_URL && SMTP_FROM ? { url: SMTP_URL, from: SMTP_FROM } : null,
    rateLimit: RATE_LIMIT,
  };
}

function oidcSettings(given: z.infer<typeof Variables>): OidcSettings | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET, OIDC_NAME } = given;
  if (!issuer || !clientId) return null;
  return { issuer, clientId, clientSecret: OIDC_CLIENT_SECRET ?? null, name: OIDC_NAME ?? new URL(issuer).hostname };
}

const cached = perProcess<{ env: Env | null }>("env", () => ({ env: null }));

/** The environment of this process, read and checked once. Throws `EnvError`. */
export function env(): Env {
  cached.env ??= parseEnv(process.env);
  return cached.env;
}

/** Reads the environment afresh at the next call of `env()`: for tests that give each file its own database. */
export function forgetEnv(): void {
  cached.env = null;
}

function readSecretFile(name: string, given: Source, problems: string[]): void {
  const path = given[`${name}_FILE`];
  if (!path) return;
  if (given[name]) {
    problems.push(`${name} and ${name}_FILE are both set; keep one of them.`);
    return;
  }
  try {
    given[name] = readFileSync(/* turbopackIgnore: true */ path, "utf8").trim();
  } catch {
    problems.push(`${name}_FILE names a file that cannot be read; check that the path exists and may be read.`);
  }
}

/** Shells and containers set HOSTNAME to the machine's own name, which says nothing about where to listen. */
function isMachineName(name: string | undefined): boolean {
  return name !== undefined && name.split(".")[0] === machineName().split(".")[0];
}

function isPostgresqlUrl(text: string): boolean {
  return /^postgres(ql)?:\/\//.test(text) && URL.canParse(text);
}

/** Whoever could change what comes from it could sign in as anybody. */
function isProvider(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, search, hash } = new URL(text);
  const isNear = ["127.0.0.1", "[::1]", "localhost"].includes(hostname);
  return (protocol === "https:" || (protocol === "http:" && isNear)) && search === "" && hash === "";
}

function isOrigin(text: string): boolean {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) return false;
  const url = new URL(text);
  return url.pathname === "/" && url.search === "" && url.hash === "" && url.username === "";
}

function defaultAppUrl(hostname: string, port: number): string {
  const reachable = WILDCARDS.has(hostname) ? "127.0.0.1" : hostname;
  const host = isIP(reachable) === 6 ? `[${reachable}]` : reachable;
  return new URL(`http://${host}:${port}`).origin;
}
