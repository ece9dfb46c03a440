import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import type { Operation } from "@/domain/contract/operation-groups/operation";
import { operations } from "@/domain/contract/operations";
import { database } from "@/server/database/client";
import { env } from "@/server/env";
import { notFound } from "@/server/http-error";
import { problemResponse } from "@/server/problem-response";
import {
  type Asked,
  DOOR_CODES,
  type Expected,
  expectedAnswer,
  isPersonal,
} from "../../support/access/expected-answer";
import { absentObjectOf, objectOf, parametersOf } from "../../support/access/objects";
import { type Access, OPERATION_ACCESS } from "../../support/access/operation-access";
import { sampleBodyOf, sampleQueryOf } from "../../support/access/operation-samples";
import { makeWorld, type Principal, type World } from "../../support/access/principals";
import { call, sessionOf } from "../../support/call";
import { createTestDatabase } from "../../support/database";
import { routeFileOf, routeOf } from "../../support/route-of";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase()).close);

let world: World;

beforeAll(async () => {
  env().rateLimit = 0;
  world = await makeWorld();
});

/** One call: who asks for what, and what the policy table says of it. */
interface Cell {
  name: string;
  who: Principal;
  object: Record<string, string>;
  state: "open" | "archived" | "deleted";
  expected: Expected;
}

const all = Object.entries<Operation>(operations);

test("every route takes the methods of its operations and no others", async () => {
  const root = path.join(import.meta.dirname, "../../..");
  for (const file of new Set(all.map(([, operation]) => routeFileOf(operation)))) {
    const source = readFileSync(path.join(root, file), "utf8");
    const exported = [...source.matchAll(/\b(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b/g)].map(([method]) => method);
    const declared = all.filter(([, operation]) => routeFileOf(operation) === file).map(([, { method }]) => method);
    expect([...new Set(exported)].sort(), file).toEqual(declared.map((method) => method.toUpperCase()).sort());
  }
});

test.each(all)("%s is open to whom the policy table says, and to nobody else", async (name, operation) => {
  const access = (OPERATION_ACCESS as Record<string, Access>)[name];
  if (!access) throw new Error(`Say in tests/support/access/operation-access.ts who may call ${name}.`);
  const events = await database().event.count();
  const cells = await cellsOf(operation, access);
  const wrong: string[] = [];
  for (const cell of cells.filter(({ expected }) => expected !== null))
    wrong.push(...(await tell(operation, access, cell)));
  // Whoever is refused has changed nothing.
  expect(await database().event.count()).toBe(events);
  for (const cell of cells.filter(({ expected }) => expected === null))
    wrong.push(...(await tell(operation, access, cell)));
  expect(wrong).toEqual([]);
});

async function cellsOf(operation: Operation, access: Access): Promise<Cell[]> {
  const cells: Cell[] = [];
  const hasObject = parametersOf(operation).length > 0;
  for (const [name, who] of Object.entries(world.principals)) {
    const add = async (what: string, asked: Asked | "no row", object: Record<string, string> | null = null) =>
      cells.push({
        name: `${name}, ${what}`,
        who,
        object: object ?? (asked && asked !== "no row" ? await objectOf(operation, asked) : absentObjectOf(operation)),
        state: asked && asked !== "no row" ? stateOf(asked) : "open",
        expected: expectedAnswer(world, { operation, access }, who, asked),
      });
    if (!hasObject) {
      await add("of no row", "no row");
      continue;
    }
    const ownId = who.userId ?? world.somebodyId;
    await add("own", { place: who.home, holderId: ownId });
    if (isPersonal(access)) await add("another's", { place: who.home, holderId: world.somebodyId });
    await add("foreign", { place: who.foreign, holderId: await strangerIn(who) });
    await add("absent", null);
    if (who.isKnown && !who.scopes && who.userId) {
      await add("archived", { place: world.archived, holderId: ownId });
      await add("deleted", { place: world.deleted, holderId: ownId });
    }
  }
  return cells;
}

const stateOf = ({ place }: NonNullable<Asked>) =>
  place === world.archived ? "archived" : place === world.deleted ? "deleted" : "open";

/** Somebody of the project that the caller has nothing to do with. */
async function strangerIn(who: Principal): Promise<string> {
  const { principals, home, somebodyId } = world;
  return who.foreign === home ? somebodyId : ((principals["manager of another project"] as Principal).userId as string);
}

/** What is not as expected, in words; nothing where it is. */
async function tell(operation: Operation, access: Access, cell: Cell): Promise<string[]> {
  const { who, object, state, expected } = cell;
  const headers =
    access.endsSession && who.isKnown && !who.scopes
      ? { cookie: await sessionOf(who.userId ?? "") }
      : await who.headers();
  const answer = await call(await routeOf(operation), operation.method.toUpperCase(), {
    params: object,
    query: sampleQueryOf(operation),
    body: operation.bytes ? new Uint8Array([120]) : sampleBodyOf(operation, access.body?.(state, object)),
    headers,
  });
  const code = await codeOf(answer);
  const isAsExpected = expected === null ? answer.status < 500 && !DOOR_CODES.includes(code ?? "") : code === expected;
  return isAsExpected
    ? []
    : [`${cell.name}: ${expected ?? "let in"} expected, ${answer.status} ${code ?? ""} answered`];
}

async function codeOf(answer: Response): Promise<string | null> {
  if (answer.status < 400) {
    await answer.body?.cancel();
    return null;
  }
  const text = await answer.text();
  const { code } = JSON.parse(text) as { code: string };
  const isKept = answer.headers.get("cache-control") !== "no-store";
  // What one may not know of is told from what never was by nothing, not by a word.
  const differs = code === "not_found" && text !== (await problemResponse(notFound()).text());
  return `${code}${isKept ? ", which may be cached" : ""}${differs ? ", in words of its own" : ""}`;
}

const nested = all.filter(([, operation]) => parametersOf(operation).filter((name) => name !== "version").length > 1);

test.each(nested)("%s tells nothing of rows of another project below one's own", async (_name, operation) => {
  const manager = world.principals.manager as Principal;
  const own = await objectOf(operation, { place: world.home, holderId: manager.userId as string });
  const other = await objectOf(operation, { place: manager.foreign, holderId: await strangerIn(manager) });
  const name = parametersOf(operation).at(-1) as string;
  const ask = async (object: Record<string, string>) => {
    const body = sampleBodyOf(operation);
    const headers = await manager.headers();
    const answer = await call(await routeOf(operation), operation.method.toUpperCase(), {
      params: object,
      body,
      headers,
    });
    return [answer.status, await answer.text()];
  };
  const foreign = await ask({ ...own, [name]: other[name] as string });
  expect(foreign).toEqual(await ask({ ...own, ...{ [name]: absentObjectOf(operation)[name] as string } }));
  expect(foreign[0]).toBeGreaterThanOrEqual(400);
});
