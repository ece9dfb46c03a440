/** A file that must fail the linter at that path, with words of the message that says where its code belongs. */
type Forbidden = { rule: string; file: string; code: string; says: string };

const imports = (what: string) => `import { thing } from "${what}";\nexport const used = thing;`;

const PURE = "domain/ is pure TypeScript";
const ONLY_DOMAIN = "domain/ imports only domain/";
const NO_SERVER = "Components never import server/";
const ARGUMENT = "take the time or the random number as an argument";
const NO_BROWSER = "domain/ knows no browser and no server";
const NO_RAW_SQL = "Raw SQL strings belong to server/database/";
const KIT = "components/ui/ could ship in another product";
const CYCLE = "This import is part of a cycle";
const NO_SEEDS = "Seeds are called by instrumentation.ts only";
const NO_DATABASE = "Only server/ talks to the database";

const bans = (rule: string, file: string, code: string, says: string): Forbidden => ({ rule, file, code, says });

export const forbidden: Forbidden[] = [
  // components → domain only
  bans(
    "components import no server code",
    "components/article/a1.ts",
    imports("@/server/queries/list-work"),
    NO_SERVER,
  ),
  bans(
    "not by a relative path either",
    "components/article/a2.tsx",
    imports("../../server/queries/list-work"),
    NO_SERVER,
  ),
  bans(
    "not even its types",
    "components/article/a3.ts",
    'export type { Actor } from "@/server/auth/actor";',
    NO_SERVER,
  ),
  bans("not in their tests", "components/article/a4.test.ts", imports("@/server/env"), NO_SERVER),
  bans("components import no page", "components/shell/a5.tsx", imports("@/app/layout"), "Components never import app/"),
  bans("components use no Node", "components/shell/a6.ts", imports("node:fs"), "Components run in the browser"),
  bans("components use no Prisma", "components/shell/a7.ts", imports("@prisma/client"), NO_DATABASE),
  bans("components import no seeds", "components/shell/a8.ts", imports("@/seeds/sample-project"), NO_SEEDS),
  bans("the kit knows no domain", "components/ui/a9.tsx", imports("@/domain/text/span"), KIT),
  bans("the kit knows no screen", "components/ui/a10.tsx", imports("../shell/top-bar"), KIT),

  // domain → domain only
  bans("domain: no React", "domain/text/b1.ts", imports("react"), PURE),
  bans("domain: no Next", "domain/text/b2.ts", imports("next/cache"), PURE),
  bans("domain: no Prisma", "domain/text/b3.ts", imports("@prisma/client"), PURE),
  bans("domain: no generated client", "domain/text/b4.ts", imports("@/prisma/generated/sqlite/client"), PURE),
  bans("domain: no Node", "domain/text/b5.ts", imports("node:fs"), PURE),
  bans("domain: no DOM library", "domain/text/b6.ts", imports("@codemirror/state"), PURE),
  bans("domain: no server", "domain/text/b7.ts", imports("@/server/env"), PURE),
  bans("domain: no server by a relative path", "domain/text/b8.ts", imports("../../server/env"), ONLY_DOMAIN),
  bans("domain: no components", "domain/text/b9.ts", imports("@/components/ui/button"), PURE),
  bans(
    "domain: no components by a relative path",
    "domain/text/b10.ts",
    imports("../../components/ui/button"),
    ONLY_DOMAIN,
  ),
  bans("domain: no app", "domain/b11.ts", imports("../app/page"), ONLY_DOMAIN),
  bans("domain: no clock", "domain/text/b12.ts", "export const now = new Date();", ARGUMENT),
  bans("domain: no clock in milliseconds", "domain/text/b13.ts", "export const now = Date.now();", ARGUMENT),
  bans("domain: no randomness", "domain/text/b14.ts", "export const dice = Math.random();", ARGUMENT),
  bans(
    "domain: no random ids",
    "domain/text/b15.ts",
    "export const id = crypto.randomUUID();",
    "domain/ is pure: take it as an argument",
  ),
  bans("domain: no DOM", "domain/text/b16.ts", 'export const title = document.querySelector("h1");', NO_BROWSER),
  bans("domain: no requests", "domain/text/b17.ts", 'export const answer = fetch("/api/health");', NO_BROWSER),

  // app → components, server, domain; never the database itself
  bans("app: no Prisma", "app/c1/page.tsx", imports("@prisma/client"), NO_DATABASE),
  bans(
    "app: no generated client by a relative path",
    "app/api/c2/route.ts",
    imports("../../../prisma/generated/sqlite/client"),
    NO_DATABASE,
  ),
  bans("app: no driver", "app/api/c3/route.ts", imports("better-sqlite3"), NO_DATABASE),
  bans("app: no open database", "app/api/c4/route.ts", imports("@/server/database/client"), "app/ is URLs only"),
  bans("pages only read", "app/c5/page.tsx", imports("@/server/commands/submit-assignment"), "Pages only read"),
  bans("app: no seeds", "app/c6/page.tsx", imports("@/seeds/sample"), NO_SEEDS),

  // server → domain
  bans(
    "server: no components",
    "server/queries/d1.ts",
    imports("@/components/ui/button"),
    "Server code never imports components/",
  ),
  bans("server: no app", "server/queries/d2.ts", imports("../../app/page"), "Server code never imports app/"),
  bans("server: no React", "server/queries/d3.ts", imports("react"), "The server renders nothing"),
  bans("server: no seeds", "server/boot2.ts", imports("@/seeds/sample"), NO_SEEDS),
  bans(
    "server: no SQL made of strings outside its folder",
    "server/queries/d4.ts",
    "export const rows = (db: { $queryRawUnsafe(sql: string): unknown }) => db.$queryRawUnsafe('select 1');",
    NO_RAW_SQL,
  ),
  bans(
    "server: no SQL made of strings for writing either",
    "server/commands/d5.ts",
    "export const run = (db: { $executeRawUnsafe(sql: string): unknown }) => db.$executeRawUnsafe('delete from a');",
    NO_RAW_SQL,
  ),

  // seeds, root files, everywhere
  bans("seeds: no Prisma", "seeds/e1.ts", imports("@prisma/client"), NO_DATABASE),
  bans("seeds: no components", "seeds/e2.ts", imports("@/components/x"), "A seed never imports"),
  bans("proxy: no Prisma", "proxy.ts", imports("@prisma/adapter-pg"), NO_DATABASE),
  bans(
    "the product imports no test",
    "server/queries/e3.ts",
    imports("@/tests/support/postgres"),
    "The product does not import its tests or scripts",
  ),
  ...["app/e4.ts", "components/e5.ts", "server/e7.ts", "seeds/e8.ts", "tests/e9.ts", "domain/e6.ts"].map((file) => ({
    rule: "zod is imported whole",
    file,
    code: 'import { z } from "zod";\nexport const Name = z.string();',
    says: 'Write import * as z from "zod"',
  })),
  bans("no cycle", "domain/text/cycle-a.ts", 'import { b } from "./cycle-b";\nexport const a = () => b;', CYCLE),
  bans(
    "no cycle, seen from its other end and through the alias",
    "domain/text/cycle-b.ts",
    'import { a } from "@/domain/text/cycle-a";\nexport const b = () => a;',
    CYCLE,
  ),
  bans("no any", "server/f1.ts", "export const a = (b: any) => b;", "noExplicitAny"),
];

export const cleanFiles: { file: string; code: string }[] = [
  {
    file: "domain/text/ok.ts",
    code: 'import * as z from "zod";\nimport { sibling } from "./ok-sibling";\nexport const Ok = z.string().max(sibling + new Date(0).getTime());',
  },
  { file: "domain/text/ok-sibling.ts", code: "export const sibling = 1;" },
  {
    file: "domain/text/ok.test.ts",
    code: 'import { readFileSync } from "node:fs";\nimport { expect, it } from "vitest";\nimport { sibling } from "./ok-sibling";\nit("reads", () => expect(readFileSync("package.json").length).toBeGreaterThan(sibling));',
  },
  {
    file: "components/article/ok.ts",
    code: 'import { sibling } from "@/domain/text/ok-sibling";\nexport const twice = sibling * 2;',
  },
  {
    file: "server/queries/ok.ts",
    code: 'import type { PrismaClient } from "@prisma/client";\nimport { sibling } from "@/domain/text/ok-sibling";\nexport const count = (db: PrismaClient) => [db, sibling];',
  },
  {
    file: "server/database/ok-raw.ts",
    code: "export const rows = (db: { $queryRawUnsafe(sql: string): unknown }) => db.$queryRawUnsafe('select 1');",
  },
  {
    file: "app/ok/page.tsx",
    code: 'import { twice } from "@/components/article/ok";\nimport { count } from "@/server/queries/ok";\nexport default function Page() {\n  return <p>{twice + count.length}</p>;\n}',
  },
  {
    file: "app/api/ok/route.ts",
    code: 'import { run } from "@/server/commands/ok";\nexport const POST = () => run;',
  },
  { file: "server/commands/ok.ts", code: "export const run = 1;" },
];
