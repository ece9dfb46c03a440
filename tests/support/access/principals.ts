import { v7 as uuid } from "uuid";
import type { Role } from "@/domain/contract/account";
import type { Scope } from "@/domain/contract/api-keys";
import { ensureOwner } from "@/seeds/owner";
import { createApiKey } from "@/server/auth/api-keys";
import { createUser } from "@/server/auth/create-user";
import { database, inTransaction } from "@/server/database/client";
import { sessionOf } from "../call";
import { makePlace, type Place } from "./places";

/** Somebody who calls, and what the matrix expects of them. */
export interface Principal {
  /** Null: nobody is signed in. */
  userId: string | null;
  /** Whether the session or key they send works. */
  isKnown: boolean;
  isAdmin: boolean;
  /** Their role in a place; null: they are no member of it. */
  roleIn(place: Place): Role | null;
  /** They have an unfinished reading in the home project, which others' work would spoil. */
  isBlind: boolean;
  /** Of an API key. */
  scopes?: readonly Scope[];
  /** The project they come from. */
  home: Place;
  /** Another one: of people they have nothing to do with. */
  foreign: Place;
  headers(): Promise<Record<string, string | null>>;
}

export interface World {
  principals: Record<string, Principal>;
  /** Their project as it is, and two of the same people that are archived and deleted. */
  home: Place;
  archived: Place;
  deleted: Place;
  /** A member of those who has rows of their own in them and is none of the principals. */
  somebodyId: string;
}

type Who = Pick<Principal, "isKnown" | "isAdmin" | "isBlind" | "scopes"> & { role: Role | null };

/** Who calls: the nine of the acceptance test, with a key of each scope, and somebody who was a member once. */
const PEOPLE = {
  annotator: { role: "annotator" },
  reviewer: { role: "reviewer" },
  "reviewer who still reads blind": { role: "reviewer", isBlind: true },
  manager: { role: "manager" },
  "removed member": { role: null },
  "suspended manager": { role: "manager", isKnown: false },
} satisfies Record<string, Partial<Who>>;

const KEYS = {
  "key to read": ["read"],
  "key to write": ["write"],
  "key to suggest": ["suggest"],
} satisfies Record<string, Scope[]>;

export async function makeWorld(): Promise<World> {
  const owner = await ensureOwner();
  const [home, foreign, archived, deleted] = [
    await makePlace(owner),
    await makePlace(owner),
    await makePlace(owner),
    await makePlace(owner),
  ];
  const ours = [home, archived, deleted];
  const principals: World["principals"] = {
    "nobody signed in": principal({ home, foreign, userId: null, isKnown: false }),
    "server admin": principal({ home, foreign, userId: owner.userId, isAdmin: true, role: "manager" }),
  };
  for (const [name, who] of Object.entries<Partial<Who>>(PEOPLE)) {
    const userId = await makeMember(ours, who.role ?? null);
    principals[name] = principal({ ...who, home, foreign, userId });
    if (who.isBlind) await home.rowsOf(userId, { unfinished: true });
  }
  const strangerId = await makeMember([foreign], "manager");
  principals["manager of another project"] = {
    ...principal({ home: foreign, foreign: home, userId: strangerId, role: "manager" }),
    roleIn: (place) => (place === foreign ? "manager" : null),
  };
  const { userId: managerId } = principals.manager as Principal;
  for (const [name, scopes] of Object.entries(KEYS)) {
    principals[name] = withKey(
      principal({ home, foreign, userId: managerId, role: "manager", scopes }),
      await keyOf(managerId as string, scopes),
    );
  }
  const { userId: suspendedId } = principals["suspended manager"] as Principal;
  const headers = await (principals["suspended manager"] as Principal).headers();
  const key = await keyOf(suspendedId as string, ["read", "write", "suggest"]);
  await database().user.update({ where: { id: suspendedId as string }, data: { suspendedAt: new Date() } });
  (principals["suspended manager"] as Principal).headers = async () => headers;
  principals["key of somebody suspended"] = withKey(
    principal({ home, foreign, userId: suspendedId, role: "manager", isKnown: false, scopes: [] }),
    key,
  );
  await database().project.update({ where: { id: archived.projectId }, data: { archivedAt: new Date() } });
  await database().project.update({ where: { id: deleted.projectId }, data: { deletedAt: new Date() } });
  return { principals, home, archived, deleted, somebodyId: await makeMember(ours, "annotator") };
}

function principal({
  role = null,
  isKnown = true,
  isAdmin = false,
  isBlind = false,
  ...rest
}: Partial<Who> & Pick<Principal, "home" | "foreign" | "userId">): Principal {
  let cookie: Promise<string> | null = null;
  return {
    ...{ isKnown, isAdmin, isBlind, ...rest },
    roleIn: (place) => (isAdmin ? "manager" : place === rest.foreign ? null : role),
    headers: async (): Promise<Record<string, string | null>> => {
      if (rest.userId === null) return {};
      cookie ??= sessionOf(rest.userId);
      return { cookie: await cookie };
    },
  };
}

const withKey = (who: Principal, secret: string): Principal => ({
  ...who,
  headers: async () => ({ authorization: `Bearer ${secret}`, origin: null, "sec-fetch-site": null }),
});

async function keyOf(userId: string, scopes: Scope[]): Promise<string> {
  const { id, name, email, isAdmin } = await database().user.findUniqueOrThrow({ where: { id: userId } });
  const input = { id: uuid(), name: "Key", scopes, expiresAt: null };
  return (await createApiKey({ userId: id, name, email, isAdmin }, input, new Date())).secret;
}

/** A new person, with this role in these projects. */
export async function makeMember(places: readonly Pick<Place, "projectId">[], role: Role | null): Promise<string> {
  const userId = uuid();
  await inTransaction((tx) =>
    createUser(tx, { id: userId, name: "Ana Ågren", email: `${userId}@example.org`, isAdmin: false }),
  );
  if (role === null) return userId;
  await database().membership.createMany({
    data: places.map(({ projectId }) => ({ id: uuid(), projectId, userId, role })),
  });
  return userId;
}
