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

const test = base.extend<{ failOnBrowserErrors: undefined }, { serverData: ServerData }>({
  // Pages are asked for, and none is opened: no browser is started.
  failOnBrowserErrors: async ({ server: _ }, use) => use(undefined),
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

const ABSENT = { projectId: uuid(), documentId: uuid(), assignmentId: uuid() };

/** What the browser asks for when it opens a page, and when it goes on to one. */
const ASKING = { html: {}, rsc: { RSC: "1" } };

type Ask = (path: string, as: keyof typeof ASKING) => Promise<{ status: number; text: string; headers: Headers }>;

const askAs =
  ({ cookie }: Person, url: string): Ask =>
  async (path, as) => {
    const headers: Record<string, string> = { ...ASKING[as], ...(cookie !== null && { cookie }) };
    const answer = await fetch(url + path, { headers, redirect: "manual" });
    return { status: answer.status, text: await answer.text(), headers: answer.headers };
  };

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
  test(`${page} shows to each what is theirs to see, and of the rest nothing`, async ({ server: { url } }) => {
    // The name of the cookie has the server's port in it, which was not known when the sessions were made.
    const named = (cookie: string | null) => cookie?.replace(/_\d+=/, `_${new URL(url).port}=`) ?? null;
    const wrong = people.map((one) => {
      const person = { ...one, cookie: named(one.cookie) };
      return lookAs(askAs(person, url), person, page, access);
    });
    expect((await Promise.all(wrong)).flat()).toEqual([]);
  });
}

async function lookAs(ask: Ask, person: Person, page: string, access: PageAccess): Promise<string[]> {
  const wrong: string[] = [];
  const expectIt = (holds: boolean, what: string) => {
    if (!holds) wrong.push(`${person.name}: ${what}`);
  };
  const isSignedIn = person.isKnown && person.cookie !== null;
  const own = await ask(addressOf(page, access, person.own), "html");
  expectIt(own.headers.get("cache-control")?.includes("no-store") ?? false, `${page} may be cached`);
  if (access.may === "anyone") {
    expectIt(own.status === 200, `answered ${own.status}`);
    return wrong;
  }
  if (!isSignedIn) {
    expectIt(
      own.status === 307 && (own.headers.get("location") ?? "").startsWith("/sign-in"),
      `answered ${own.status}`,
    );
    expectIt(!own.text.includes(person.own.name), "read something of the project");
    return wrong;
  }
  for (const as of ["html", "rsc"] as const) {
    if (person.foreign.role === null) {
      const foreign = await ask(addressOf(page, access, person.foreign), as);
      expectIt(!foreign.text.includes(person.foreign.name), `read something of another project (${as})`);
      if (access.of && as === "html") {
        const never = await ask(addressOf(page, access, ABSENT), as);
        expectIt(
          foreign.status === 404 && never.status === 404,
          `foreign is ${foreign.status}, absent ${never.status}`,
        );
      }
    }
    if (access.listsDeleted && person.own.role === "manager") continue;
    const deleted = await ask(addressOf(page, access, person.deleted), as);
    expectIt(!deleted.text.includes(person.deleted.name), `read something of a deleted project (${as})`);
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
