import { v7 as uuid } from "uuid";
import { ensureOwner } from "@/seeds/owner";
import { createUser } from "@/server/auth/create-user";
import { createSignInLink } from "@/server/auth/sign-in-link";
import { addMember } from "@/server/commands/add-member";
import { closeDatabase, database, inTransaction } from "@/server/database/client";

// Run on its own, before a server starts on the same data: adds another annotator, or a reviewer if told so, to the sample project and prints the
// token of their sign-in link.
const owner = await ensureOwner();
const { id: projectId } = await database().project.findFirstOrThrow();
const userId = uuid();
await inTransaction((tx) =>
  createUser(tx, { id: userId, name: "Second", email: "second@sayso.local", isAdmin: false }),
);
await addMember(owner, projectId, {
  operationId: uuid(),
  userId,
  role: process.argv[2] === "reviewer" ? "reviewer" : "annotator",
});
const link = await createSignInLink(userId, new Date());
await closeDatabase();
process.stdout.write(link.slice(link.indexOf("#token=") + "#token=".length));
