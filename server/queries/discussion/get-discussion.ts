import type { Discussion } from "@/domain/contract/discussion";
import { openDocument } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { readPeople } from "./read-people";
import { readThreads } from "./read-threads";

/** The discussion of a document's clusters. Errors: 404, 403, 409 own_reading_unfinished. */
export async function getDiscussion(actor: Actor, documentId: string): Promise<Discussion> {
  const db = database();
  const { project } = await openDocument(db, actor, documentId, "discussion.read");
  const people = await readPeople(db, project, documentId, actor);
  return { people: people.list, threads: await readThreads(db, documentId, people, actor) };
}
