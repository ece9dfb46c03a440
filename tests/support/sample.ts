import { v7 as uuid } from "uuid";
import type { Role } from "@/domain/contract/account";
import { emptyContent } from "@/domain/statement/content";
import type { StatementContent } from "@/domain/statement/statement";
import { ensureOwner } from "@/seeds/owner";
import { seedSampleProject } from "@/seeds/sample-project";
import type { Actor } from "@/server/auth/actor";
import { createUser } from "@/server/auth/create-user";
import { addMember } from "@/server/commands/add-member";
import { assignDocument } from "@/server/commands/assign-document";
import { createDocument } from "@/server/commands/create-document";
import { database, inTransaction } from "@/server/database/client";

/** A text that breaks whoever counts in bytes or UTF-16 units. */
export const HOSTILE_TEXT = "👩‍👩‍👧 said: “naïve”\r\nand\r\u202Eabc e\u0301 𝒳 «да».";

/** The sample project in the test's database, with the people and rows tests start from. */
export interface Sample {
  owner: Actor;
  projectId: string;
  documentId: string;
  /** The owner's untouched assignment. */
  ownAssignmentId: string;
  /** Finished readings A and B. */
  readingIds: string[];
  speakerId(name: string): string;
  targetId(key: string): string;
}

export async function seedSample(): Promise<Sample> {
  const owner = await ensureOwner();
  await seedSampleProject(owner);
  const db = database();
  const project = await db.project.findFirstOrThrow();
  const document = await db.document.findFirstOrThrow({ where: { projectId: project.id } });
  const assignments = await db.assignment.findMany({
    where: { documentId: document.id },
    orderBy: { submittedAt: "asc" },
  });
  const speakers = await db.speaker.findMany({ where: { projectId: project.id } });
  const targets = await db.target.findMany({ where: { projectId: project.id } });
  const own = assignments.find((assignment) => assignment.userId === owner.userId);
  if (!own) throw new Error("The owner has no assignment.");
  return {
    owner,
    projectId: project.id,
    documentId: document.id,
    ownAssignmentId: own.id,
    readingIds: assignments.filter((assignment) => assignment.state === "submitted").map((assignment) => assignment.id),
    speakerId: (name) => idOf(speakers.find((speaker) => speaker.name === name || speaker.kind === name)),
    targetId: (key) => idOf(targets.find((target) => target.key === key)),
  };
}

function idOf(row: { id: string } | undefined): string {
  if (!row) throw new Error("The sample project has no such row.");
  return row.id;
}

/** A new person, member of the sample project if a role is given. */
export async function makeActor(sample: Sample, role: Role | null): Promise<Actor> {
  const userId = uuid();
  const actor = { userId, name: "Ana Ågren", email: `${userId}@example.org`, isAdmin: false };
  await inTransaction((tx) => createUser(tx, { id: userId, name: actor.name, email: actor.email, isAdmin: false }));
  if (role) await addMember(sample.owner, sample.projectId, { operationId: uuid(), userId, role });
  return actor;
}

/** A further document of the sample project. */
export async function addDocument(sample: Sample, text: string): Promise<string> {
  const id = uuid();
  await createDocument(sample.owner, sample.projectId, { operationId: uuid(), id, title: "=Hostile, “quoted”", text });
  return id;
}

export async function assign(sample: Sample, documentId: string, actor: Actor): Promise<string> {
  const id = uuid();
  await assignDocument(sample.owner, documentId, { operationId: uuid(), id, userId: actor.userId });
  return id;
}

/** Content over one passage of a text, which must occur in it; nothing else is coded. */
export function contentOver(text: string, quote: string): StatementContent {
  const before = text.indexOf(quote);
  if (before < 0) throw new Error(`“${quote}” is not in the text.`);
  const start = Array.from(text.slice(0, before)).length;
  return emptyContent({ role: "content", start, end: start + Array.from(quote).length, quote });
}

/** The same, coded whole as the article's own assertion. */
export function wholeContentOver(sample: Sample, text: string, quote: string): StatementContent {
  const outlet = sample.speakerId("outlet");
  return {
    ...contentOver(text, quote),
    speakerId: outlet,
    chain: [outlet],
    fields: { sourcing: "unattributed", form: "none" },
  };
}

export async function textOf(documentId: string): Promise<string> {
  return (await database().document.findUniqueOrThrow({ where: { id: documentId } })).text;
}
