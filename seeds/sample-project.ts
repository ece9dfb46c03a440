import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { v5 } from "uuid";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import { DocumentText } from "@/domain/text/document-text";
import { normaliseText } from "@/domain/text/normalise-text";
import type { Actor } from "@/server/auth/actor";
import { createUser } from "@/server/auth/create-user";
import { addMember } from "@/server/commands/add-member";
import { assignDocument } from "@/server/commands/assign-document";
import { createDocument } from "@/server/commands/create-document";
import { createProject } from "@/server/commands/create-project";
import { createSpeaker } from "@/server/commands/create-speaker";
import { createStatement } from "@/server/commands/create-statement";
import { proposeTarget } from "@/server/commands/propose-target";
import { publishCodebook } from "@/server/commands/publish-codebook";
import { submitAssignment } from "@/server/commands/submit-assignment";
import { database, inTransaction } from "@/server/database/client";
import { parseReading } from "./sample/parse-reading";
import { speakers, targets } from "./sample/registry";

const NAMESPACE = "6f0d2f5e-0d6c-5f0e-9d0a-5a1b7f3c2e11";

/** The same name gives the same id on every installation and at every start. */
const idOf = (...name: string[]) => v5(name.join("/"), NAMESPACE);
/** Names the operation that makes a thing, so that seeding again repeats nothing. */
const operationOf = (...name: string[]) => idOf("operation", ...name);

const projectId = idOf("project");
const documentId = idOf("document");
const LAST_STEP = operationOf("assignment", "owner");

/**
 * The sample project: one article, the default codebook, its speakers and targets, two finished readings and an untouched
 * assignment for the owner. Goes through the commands; done again it changes nothing, and an interrupted run is finished.
 */
export async function seedSampleProject(owner: Actor): Promise<"created" | "present"> {
  if (await database().event.findUnique({ where: { operationId: LAST_STEP } })) return "present";
  const project = {
    id: projectId,
    name: "Kazakhstan, January 2022",
    outletId: idOf("outlet"),
    unknownId: idOf("unknown"),
  };
  await createProject(owner, { operationId: operationOf("project"), ...project });
  await publishCodebook(owner, projectId, {
    operationId: operationOf("codebook"),
    id: idOf("codebook"),
    message: "Statements v1",
    content: defaultCodebook,
  });
  const text = normaliseText(await readSample("article.txt"));
  await createDocument(owner, projectId, {
    operationId: operationOf("document"),
    id: documentId,
    title: "Kazakhstan answers the European Parliament",
    language: "en",
    text,
  });
  await seedRegistry(owner);
  await seedReading(owner, "a", text);
  await seedReading(owner, "b", text);
  await assignDocument(owner, documentId, {
    operationId: LAST_STEP,
    id: idOf("assignment", "owner"),
    userId: owner.userId,
  });
  return "created";
}

async function seedRegistry(owner: Actor): Promise<void> {
  for (const [key, { aliases, ...speaker }] of Object.entries(speakers)) {
    await createSpeaker(owner, projectId, {
      operationId: operationOf("speaker", key),
      id: idOf("speaker", key),
      roleTitle: null,
      ...speaker,
      aliases: [...aliases],
    });
  }
  for (const [key, name] of Object.entries(targets)) {
    await proposeTarget(owner, projectId, { operationId: operationOf("target", key), id: idOf("target", key), name });
  }
}

/** A finished reading by an example annotator, whose account has no password: nobody can sign in to it. */
async function seedReading(owner: Actor, key: "a" | "b", text: string): Promise<void> {
  const annotator = await ensureAnnotator(
    `Example annotator ${key.toUpperCase()}`,
    `annotator-${key}@sayso.local`,
    idOf("user", key),
  );
  const { userId } = annotator;
  const assignmentId = idOf("assignment", key);
  await addMember(owner, projectId, { operationId: operationOf("member", key), userId, role: "annotator" });
  await assignDocument(owner, documentId, { operationId: operationOf("assignment", key), id: assignmentId, userId });
  const statements = parseReading(JSON.parse(await readSample(`reading-${key}.json`)), {
    speakerIds: { outlet: idOf("outlet"), ...idsOf("speaker", speakers) },
    targetIds: idsOf("target", targets),
    statementId: (statement) => idOf("statement", statement),
    text: new DocumentText(text),
  });
  for (const { id, content } of statements) {
    await createStatement(annotator, assignmentId, { operationId: operationOf("statement", id), id, content });
  }
  const { revision } = await database().assignment.findUniqueOrThrow({ where: { id: assignmentId } });
  await submitAssignment(annotator, assignmentId, { operationId: operationOf("submit", key), revision });
}

const idsOf = (kind: string, entities: object) =>
  Object.fromEntries(Object.keys(entities).map((key) => [key, idOf(kind, key)]));

async function ensureAnnotator(name: string, email: string, id: string): Promise<Actor> {
  if (!(await database().user.findUnique({ where: { id } }))) {
    await inTransaction((tx) => createUser(tx, { id, name, email, isAdmin: false }));
  }
  return { userId: id, name, email, isAdmin: false };
}

/** The sample's files lie beside this one; the server is started in the project's folder. */
const readSample = (name: string) => readFile(join(process.cwd(), "seeds", "sample", name), "utf8");
