import { readFileSync } from "node:fs";
import { v7 as uuid } from "uuid";
import { IMPORT_DOCUMENT_LIMIT, type PreviewedDocument } from "@/domain/contract/import";
import { ensureOwner } from "@/seeds/owner";
import { importDocuments } from "@/server/commands/import-documents";
import { previewImport } from "@/server/queries/preview-import";
import { StartError } from "@/server/start-error";
import { type Answer, count } from "./command";
import type { ImportAsked } from "./import";
import { MACHINE } from "./machine";

/** Articles into a project, or what would come in. Those that repeat one of the project's are left out unless asked for. */
export async function importArticleFiles(asked: ImportAsked): Promise<Answer> {
  const { project, files, isDry, withRepeated, tell } = asked;
  const coming: PreviewedDocument[] = [];
  const problems: { file: string; place: string; message: string }[] = [];
  const repeated: { title: string; of: string }[] = [];
  const seen = new Set<string>();
  for (const [at, { name, path }] of files.entries()) {
    tell(`Reading ${name} (${at + 1} of ${files.length})`);
    const base64 = readFileSync(path).toString("base64");
    const preview = await previewImport(MACHINE, project.id, { name, base64 });
    problems.push(...preview.problems.map((problem) => ({ file: name, ...problem })));
    for (const document of preview.documents) {
      const of = seen.has(document.sha256) ? document.title : document.duplicates[0]?.title;
      seen.add(document.sha256);
      if (of === undefined || withRepeated) coming.push(document);
      else repeated.push({ title: document.title, of });
    }
  }
  if (coming.length > IMPORT_DOCUMENT_LIMIT) {
    throw new StartError(`These are ${coming.length} articles; ${IMPORT_DOCUMENT_LIMIT} at most come in at once.`);
  }
  const lines = [
    ...problems.map(({ file, place, message }) => `Not read: ${[file, place].filter(Boolean).join(", ")}: ${message}`),
    ...repeated.map(({ title, of }) => `Left out: “${title}” repeats “${of}”.`),
  ];
  const value = { project, format: "articles", documents: coming.length, problems, repeated };
  if (isDry || coming.length === 0) {
    const said = `${count(coming.length, "article")} ${isDry ? "would come in" : "to import"}.`;
    return { value: { ...value, import: null }, lines: [...lines, said], isGood: coming.length > 0 };
  }
  const documents = coming.map(({ title, text, outlet, author, published, url, language }) => ({
    ...{ id: uuid(), title, text, outlet, author, published, url, language },
  }));
  const input = { operationId: uuid(), id: uuid(), documents };
  const { documents: _all, ...made } = await importDocuments(await ensureOwner(), project.id, input);
  const said = `Imported ${count(coming.length, "article")} into ${project.name}; the import is ${made.id}.`;
  return { value: { ...value, import: made }, lines: [...lines, said], isGood: problems.length === 0 };
}
