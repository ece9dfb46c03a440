import type { APIRequestContext } from "@playwright/test";
import { v7 as uuid } from "uuid";
import type { Role } from "../../../domain/contract/account";
import { type Action, judge } from "../../../domain/policy";
import { PAGE_ACCESS, type PageAccess } from "../../support/access/page-access";
import { test as base, expect } from "../../support/fixtures";
import { prepareServerData, type ServerData } from "../../support/server";

interface Object {
  name: string;
  projectId: string;
  documentId: string;
  assignmentId: string;
  /** What the caller is in its project. */
  role: Role | null;
}

interface Person {
  name: string;
  /** Null: nobody is signed in. */
  cookie: string | null;
  /** Whether their session works. */
  isKnown: boolean;
  isAdmin: boolean;
  isBlind: boolean;
  own: Object;
  foreign: Object;
  deleted: Object;
}

let people: Person[] = [];

const test = base.extend<object, { serverData: ServerData }>({
  // Everybody is made before the server owns the data.
  serverData: [
    async ({ provider }, use) => {
      const { data, output } = await prepareServerData(provider, "add-principals");
      ({ people } = JSON.parse(output) as { people: Person[] });
      await use(data);
      await data.remove();
    },
    { scope: "worker" },
  ],
});

test.use({ serverName: "page-access" });

/** What the browser asks for when it opens a page, and when it goes on to one. */
const ASKING = { html: {}, rsc: { RSC: "1" } };

async function ask(request: APIRequestContext, person: Person, path: string, as: keyof typeof ASKING) {
  const headers: Record<string, string> = { ...ASKING[as], ...(person.cookie !== null && { cookie: person.cookie }) };
  const answer = await request.get(path, { headers, maxRedirects: 0 });
  return { status: answer.status(), text: await answer.text(), headers: answer.headers() };
}

const addressOf = (
  page: string,
  { of }: PageAccess,
  object: Pick<Object, "projectId" | "documentId" | "assignmentId">,
) => (of ? page.replace(`[${of}]`, object[of]) : `${page}?project=${object.projectId}`);

/** Whether a page about what is one's own shows it to whoever is signed in. */
function isShown({ may }: PageAccess, { isBlind, own: { role } }: Person): boolean {
  const situation = { role, own: true, readingBlind: isBlind, archived: false, deleted: false };
  return judge(may as Action, situation) === "allowed";
}

for (const [page, access] of Object.entries(PAGE_ACCESS)) {
  test(`${page} shows to each what is theirs to see, and of the rest nothing`, async ({ request, server }) => {
    const wrong: string[] = [];
    // The name of the cookie has the server's port in it, which was not known when the sessions were made.
    const named = (cookie: string | null) => cookie?.replace(/_\d+=/, `_${new URL(server.url).port}=`) ?? null;
    for (const person of people) {
      wrong.push(...(await lookAs(request, { ...person, cookie: named(person.cookie) }, page, access)));
    }
    expect(wrong).toEqual([]);
  });
}

async function lookAs(request: APIRequestContext, person: Person, page: string, access: PageAccess): Promise<string[]> {
  const wrong: string[] = [];
  const expectIt = (holds: boolean, what: string) => {
    if (!holds) wrong.push(`${person.name}: ${what}`);
  };
  const isSignedIn = person.isKnown && person.cookie !== null;
  const own = await ask(request, person, addressOf(page, access, person.own), "html");
  expectIt(own.headers["cache-control"]?.includes("no-store") ?? false, `${page} may be cached`);
  if (access.may === "anyone") {
    expectIt(own.status === 200, `answered ${own.status}`);
    return wrong;
  }
  if (!isSignedIn) {
    expectIt(own.status === 307 && (own.headers.location ?? "").startsWith("/sign-in"), `answered ${own.status}`);
    expectIt(!own.text.includes(person.own.name), "read something of the project");
    return wrong;
  }
  const absent = { projectId: uuid(), documentId: uuid(), assignmentId: uuid() };
  for (const as of ["html", "rsc"] as const) {
    const foreign = await ask(request, person, addressOf(page, access, person.foreign), as);
    const deleted = await ask(request, person, addressOf(page, access, person.deleted), as);
    if (person.foreign.role === null) {
      expectIt(!foreign.text.includes(person.foreign.name), `read something of another project (${as})`);
      if (access.of && as === "html") {
        const never = await ask(request, person, addressOf(page, access, absent), as);
        expectIt(
          foreign.status === 404 && never.status === 404,
          `foreign is ${foreign.status}, absent ${never.status}`,
        );
      }
    }
    const mayRestore = access.listsDeleted && person.own.role === "manager";
    expectIt(mayRestore || !deleted.text.includes(person.deleted.name), `read something of a deleted project (${as})`);
  }
  if (access.of) {
    const shown = isShown(access, person);
    expectIt(own.status === (shown || isBlindNotice(access, person) ? 200 : 404), `own answered ${own.status}`);
  } else {
    const shown = access.may !== "server_admin" || person.isAdmin;
    expectIt(own.status === (shown ? 200 : 404), `answered ${own.status}`);
  }
  if (person.own.role === null) expectIt(!own.text.includes(person.own.name), "read something of a project they left");
  return wrong;
}

/** A review that one's own unfinished reading keeps closed says so. */
const isBlindNotice = ({ may }: PageAccess, { isBlind, own }: Person) =>
  may === "document.review" && isBlind && own.role !== null;
