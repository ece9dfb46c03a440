import { createHash } from "node:crypto";
import {
  IMPORT_FILE_LIMIT,
  type ImportPreview,
  type ImportPreviewInput,
  type PreviewedDocument,
  type ReadDocument,
} from "@/domain/contract/import";
import { LIKENESS_OF_COPIES, likeness, sketchOf } from "@/domain/import/text-sketch";
import { DocumentText } from "@/domain/text/document-text";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { HttpError } from "@/server/http-error";
import { readInWorker } from "@/server/import/read-in-worker";
import { type KnownText, readKnownTexts } from "./read-known-texts";

/** Articles of the project shown beside one that repeats them. */
const SHOWN = 3;

/**
 * The articles of a file as they would be stored, with what they repeat of the project's; nothing is written. A file that
 * cannot be read is a problem in the answer. Errors: 404, 403 for others than managers, 413 too_large.
 */
export async function previewImport(
  actor: Actor,
  projectId: string,
  { name, base64, mapping }: ImportPreviewInput,
): Promise<ImportPreview> {
  const db = database();
  await openProject(db, actor, projectId, "project.manage");
  const bytes = Buffer.from(base64, "base64");
  if (bytes.length > IMPORT_FILE_LIMIT) {
    throw new HttpError(413, "too_large", `A file may have ${IMPORT_FILE_LIMIT / 1024 / 1024} MB at most; split it.`);
  }
  const read = await readInWorker({ name, bytes, mapping });
  const known = read.documents.length > 0 ? await readKnownTexts(db, projectId) : [];
  return { ...read, documents: read.documents.map((document) => compare(document, known)) };
}

function compare(document: ReadDocument, known: readonly KnownText[]): PreviewedDocument {
  const sha256 = createHash("sha256").update(document.text, "utf8").digest("hex");
  const sketch = sketchOf(document.text);
  const duplicates: PreviewedDocument["duplicates"] = [];
  for (const one of known) {
    const same = one.sha256 === sha256;
    const found = same ? 1 : likeness(sketch, one.sketch);
    if (found >= LIKENESS_OF_COPIES) duplicates.push({ documentId: one.id, title: one.title, same, likeness: found });
  }
  duplicates.sort((a, b) => Number(b.same) - Number(a.same) || b.likeness - a.likeness);
  return {
    ...document,
    sha256,
    length: new DocumentText(document.text).length,
    duplicates: duplicates.slice(0, SHOWN),
  };
}
