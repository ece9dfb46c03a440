import { closeDatabase } from "@/server/database/client";
import { makeWorld } from "@/tests/support/access/principals";

// Run on its own, before a server starts on the same data: makes everybody the access matrix knows of, with projects they are
// and are not members of, and prints their cookies and what there is.
const { principals, home, deleted, somebodyId } = await makeWorld();
const people = [];
for (const [name, who] of Object.entries(principals)) {
  if (who.scopes) continue;
  const own = { ...who.home, ...(await who.home.rowsOf(who.userId ?? somebodyId)) };
  const foreign = { ...who.foreign, ...(await who.foreign.rowsOf(principals.manager?.userId ?? somebodyId)) };
  people.push({
    ...{
      name,
      isKnown: who.isKnown,
      cookie: (await who.headers()).cookie ?? null,
      isBlind: who.isBlind,
      isAdmin: who.isAdmin,
    },
    own: { ...own, role: who.roleIn(who.home) },
    foreign: { ...foreign, role: who.roleIn(who.foreign) },
    deleted: { ...deleted, ...(await deleted.rowsOf(who.userId ?? somebodyId)) },
  });
}
await closeDatabase();
process.stdout.write(JSON.stringify({ people, home: home.projectId }));
