import { v7 as uuid } from "uuid";
import { Codebook } from "@/domain/codebook/codebook";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import { ensureOwner } from "@/seeds/owner";
import { assignDocument } from "@/server/commands/assign-document";
import { createDocument } from "@/server/commands/create-document";
import { publishCodebook } from "@/server/commands/publish-codebook";
import { closeDatabase, database } from "@/server/database/client";

// Run on its own, before a server starts on the same data: gives the owner the documents in DOCUMENTS, a list of
// { title, language, text }, and prints the ids of their assignments in the same order. With NESTING the project has a version of
// its codebook that nests statements so.
const documents: { title: string; language: string; text: string }[] = JSON.parse(process.env.DOCUMENTS ?? "[]");
const owner = await ensureOwner();
const { id: projectId } = await database().project.findFirstOrThrow();
if (process.env.NESTING) {
  const content = Codebook.parse({ ...defaultCodebook, nesting: process.env.NESTING });
  await publishCodebook(owner, projectId, { operationId: uuid(), id: uuid(), message: "Nesting", content });
}
const assignmentIds: string[] = [];
for (const document of documents) {
  const [documentId, assignmentId] = [uuid(), uuid()];
  await createDocument(owner, projectId, { operationId: uuid(), id: documentId, ...document });
  await assignDocument(owner, documentId, { operationId: uuid(), id: assignmentId, userId: owner.userId });
  assignmentIds.push(assignmentId);
}
await closeDatabase();
process.stdout.write(JSON.stringify(assignmentIds));
