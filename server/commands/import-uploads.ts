import type {
  AnnotatedImportInput,
  AnnotatedPreviewInput,
  ImportReport,
  UploadedFile,
} from "@/domain/contract/annotated-import";
import type { Import } from "@/domain/contract/import";
import { AnnotatedFormatError, type ArticleReference } from "@/domain/import/annotated/annotated-format";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import type { PlanOptions } from "@/server/bulk/import/prepare-import";
import { planInThread, readyPlanner } from "@/server/bulk/import-thread/plan-in-thread";
import { database } from "@/server/database/client";
import { databaseSource } from "@/server/database/database-source";
import { HttpError } from "@/server/http-error";
import { findText } from "@/server/import/annotated/find-text";
import { parseInWorker, type Reading, warmUp } from "@/server/import/annotated/parse-in-worker";
import { findUploads, removeUploads, saveUpload } from "@/server/import/annotated/uploads";
import { currentCodebook } from "@/server/rows/codebook-of";
import { builtProgram } from "@/server/threads/built-program";
import { type AnnotatedSource, importAnnotated, reportAnnotated } from "./import-annotated";

/** Keeps a file of annotated data until it is imported. Errors: 404, 403 for others than managers, 413 too_large. */
export async function uploadFile(
  actor: Actor,
  projectId: string,
  name: string,
  body: AsyncIterable<Uint8Array> | null,
): Promise<UploadedFile> {
  await openProject(database(), actor, projectId, "project.manage");
  readyForUploads();
  return saveUpload({ projectId, userId: actor.userId }, name, body);
}

/**
 * What uploaded files would become; nothing is written. Files that cannot be read are said in the report. Errors: 404,
 * 403 for others than managers, 422 upload_gone.
 */
export async function previewUploads(
  actor: Actor,
  projectId: string,
  input: AnnotatedPreviewInput,
): Promise<ImportReport> {
  await openProject(database(), actor, projectId, "project.manage");
  let format: Reading["format"] | null = null;
  try {
    const report = await reportAnnotated(actor, projectId, input, () =>
      readUploads(actor, projectId, input, (told) => {
        format = told;
      }),
    );
    // Who has read the report imports next.
    readyForUploads();
    return { format, ...report };
  } catch (error) {
    if (!(error instanceof AnnotatedFormatError)) throw error;
    return { ...stopped(error.message), format };
  }
}

/**
 * Brings uploaded files into a project, all or nothing. Errors: 404, 403 for others than managers, 409 report_changed,
 * changed_meanwhile, 422 upload_gone, import_stopped.
 */
export async function importUploads(actor: Actor, projectId: string, input: AnnotatedImportInput): Promise<Import> {
  try {
    const made = await importAnnotated(actor, projectId, input, () => readUploads(actor, projectId, input));
    await removeUploads(input.files);
    return made;
  } catch (error) {
    if (error instanceof AnnotatedFormatError) throw new HttpError(422, "import_stopped", error.message);
    throw error;
  }
}

/** Files that were uploaded, planned in a thread where the server is built. */
async function readUploads(
  actor: Actor,
  projectId: string,
  { files, format, columns }: AnnotatedPreviewInput,
  onFormat: (format: Reading["format"]) => void = () => undefined,
): Promise<AnnotatedSource> {
  const paths = await findUploads({ projectId, userId: actor.userId }, files);
  const { content: codebook } = await currentCodebook(database(), projectId);
  const reading = { files: paths, format, codebook, columns };
  const find = (article: ArticleReference) => findText(projectId, article);
  const program = builtProgram("import-thread");
  if (program !== null) {
    const plan = (options: PlanOptions, spool: string | null) =>
      planInThread(program, { source: databaseSource(), reading, options, spool }, { findText: find, onFormat });
    return { plan };
  }
  const read = await parseInWorker({ ...reading, findText: find });
  onFormat(read.format);
  return { format: read.format.key, parts: read.parts };
}

/** Starts what reads files before they are here: that takes longer than reading a small one. */
function readyForUploads(): void {
  const program = builtProgram("import-thread");
  if (program === null) warmUp();
  else readyPlanner(program);
}

function stopped(message: string): Omit<ImportReport, "format"> {
  const line = { effect: "stops" as const, code: "unreadable", file: "", line: null, at: "", message };
  return {
    counts: {},
    groups: [{ effect: "stops", code: "unreadable", count: 1, lines: [line] }],
    ...{ people: [], table: null, codebook: "project", isCodebookOpen: false, importable: false, digest: "" },
  };
}
