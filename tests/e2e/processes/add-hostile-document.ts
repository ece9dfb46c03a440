import { v7 as uuid } from "uuid";
import { ensureOwner } from "@/seeds/owner";
import { seedSampleProject } from "@/seeds/sample-project";
import { assignDocument } from "@/server/commands/assign-document";
import { createDocument } from "@/server/commands/create-document";
import { closeDatabase, database } from "@/server/database/client";
import { migrate } from "@/server/database/migrate";

// Run on its own, before a server starts on the same data: gives the owner a document with the text in HOSTILE_TEXT.
await migrate();
const owner = await ensureOwner();
await seedSampleProject(owner);
const { id: projectId } = await database().project.findFirstOrThrow();
const [documentId, assignmentId] = [uuid(), uuid()];
const text = process.env.HOSTILE_TEXT ?? "";
await createDocument(owner, projectId, { operationId: uuid(), id: documentId, title: "Hostile", language: "en", text });
await assignDocument(owner, documentId, { operationId: uuid(), id: assignmentId, userId: owner.userId });
await closeDatabase();
process.stdout.write(assignmentId);
