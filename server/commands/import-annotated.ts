import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { v7 as uuid } from "uuid";
import type { ImportReport } from "@/domain/contract/annotated-import";
import type { Import } from "@/domain/contract/import";
import type { AnnotatedPart } from "@/domain/import/annotated/annotated-data";
import type { Prisma } from "@/prisma/generated/sqlite/client";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { type PlannedImport, planImport } from "@/server/bulk/import/plan-import";
import type { ImportChoices, PlanOptions, PreparedImport } from "@/server/bulk/import/prepare-import";
import { readProjectState } from "@/server/bulk/import/project-state";
import { writeImport } from "@/server/bulk/import/write-import";
import { withLateCheckpoint } from "@/server/bulk/import-thread/late-checkpoint";
import { database } from "@/server/database/client";
import { databaseSource } from "@/server/database/database-source";
import { type OpenedRows, openRows } from "@/server/database/insert-spooled";
import { env } from "@/server/env";
import { holdProject } from "@/server/events/append-event";
import { conflict, HttpError } from "@/server/http-error";
import { toImport } from "@/server/rows/import-row";
import { performOnce } from "./perform-once";

/** Annotated data as a parser gives it, to be planned here, or with whoever plans it elsewhere. */
export type AnnotatedSource =
  | {
      /** Key of its format. */
      format: string;
      parts: AsyncIterable<AnnotatedPart>;
    }
  | { plan(options: PlanOptions, spool: string | null): Promise<PlannedImport> };

interface Input extends ImportChoices {
  operationId: string;
  id: string;
  /** Of the report that was agreed to; null: not compared. */
  digest: string | null;
  /** Hears what the import does before it is done, also where something stops it. */
  onReport?(report: PreparedImport["report"]): void;
}

/** Milliseconds that writing may take: a hundred thousand statements take some seconds. */
const LONGEST = 10 * 60 * 1000;

/**
 * Brings annotated data into a project: first planned whole (nothing is written, others go on working), then written in one
 * transaction. Errors: 404, 403 for others than managers, 409 report_changed, import_stopped, changed_meanwhile.
 */
export async function importAnnotated(
  actor: Actor,
  projectId: string,
  { operationId, id, digest, onReport, ...choices }: Input,
  open: () => Promise<AnnotatedSource> | AnnotatedSource,
): Promise<Import> {
  const operation = { actor, operationId, action: "import.made", subjectType: "import", subjectId: id } as const;
  const path = await spoolFile();
  let ready: { format: string; prepared: PreparedImport; rows: OpenedRows } | null = null;
  const prepare = async () => {
    const db = database();
    const { project } = await openProject(db, actor, projectId, "project.manage");
    const source = await open();
    const state = await readProjectState(db, project);
    const { format, prepared, spooled } = await plan(source, { state, choices, importId: id, now: new Date() }, path);
    onReport?.(prepared.report);
    refuse(prepared.report, digest);
    if (!spooled) throw new Error("The rows of the import wait nowhere.");
    ready = { format, prepared, rows: await openRows(spooled) };
  };
  try {
    const write = () =>
      performOnce(
        operation,
        async (tx, now) => {
          const { project } = await openProject(tx, actor, projectId, "project.manage");
          await holdProject(tx, projectId);
          if (!ready) throw new Error("The import was not prepared.");
          const { format, prepared, rows } = ready;
          const { counts } = prepared.report;
          await refuseChanged(() => tx.document.count({ where: { projectId } }), prepared);
          const data = {
            id,
            projectId,
            format,
            counts,
            documentCount: counts.documents ?? 0,
            createdAt: now,
          };
          await tx.import.create({ data });
          const brought = await writeImport(tx, projectId, prepared, rows);
          const made = await tx.import.update({ where: { id }, data: { brought: brought as Prisma.InputJsonObject } });
          const { history } = prepared;
          return { project, before: null, answer: { ...toImport(made), ...(history.events > 0 && { history }) } };
        },
        { prepare, timeout: LONGEST },
      );
    return await withLateCheckpoint(write);
  } catch (error) {
    if (isTaken(error)) throw changedMeanwhile();
    throw error;
  } finally {
    await (ready as { rows: OpenedRows } | null)?.rows.close();
    await rm(/* turbopackIgnore: true */ path, { force: true });
  }
}

/** What the same data would become; nothing is written. Errors: 404, 403 for others than managers. */
export async function reportAnnotated(
  actor: Actor,
  projectId: string,
  choices: ImportChoices,
  open: () => Promise<AnnotatedSource> | AnnotatedSource,
): Promise<Omit<ImportReport, "format">> {
  const db = database();
  const { project } = await openProject(db, actor, projectId, "project.manage");
  const state = await readProjectState(db, project);
  const planned = await plan(await open(), { state, choices, importId: projectId, now: new Date() }, null);
  return planned.prepared.report;
}

function plan(source: AnnotatedSource, options: PlanOptions, spool: string | null): Promise<PlannedImport> {
  if ("plan" in source) return source.plan(options, spool);
  return planImport(source, { ...options, source: databaseSource(), spool });
}

function refuse(report: PreparedImport["report"], digest: string | null): void {
  if (!report.importable) {
    const [stop] = report.groups.find(({ effect }) => effect === "stops")?.lines ?? [];
    throw new HttpError(422, "import_stopped", stop?.message ?? "Nothing of it can be imported.");
  }
  if (digest !== null && digest !== report.digest) {
    throw conflict(
      "report_changed",
      "The import would do something else than its report said: read the new report first.",
    );
  }
}

/** A project that had no article when the import was planned may have one now, which names what was to give way. */
async function refuseChanged(countDocuments: () => Promise<number>, prepared: PreparedImport): Promise<void> {
  if (!prepared.replacesCodebooks && prepared.registry.replacedFixed.length === 0) return;
  if ((await countDocuments()) > 0) throw changedMeanwhile();
}

const changedMeanwhile = () =>
  conflict(
    "changed_meanwhile",
    "Somebody changed the project while the file was read; nothing was imported. Start again.",
  );

/** Something was written since the plan that has an id or a place of the import's. */
function isTaken(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const details = JSON.stringify([error.message, error.cause, "meta" in error ? error.meta : null]);
  return /UNIQUE constraint|23505|P2002/.test(details);
}

async function spoolFile(): Promise<string> {
  const folder = join(/* turbopackIgnore: true */ env().dataDir, "imports");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return join(/* turbopackIgnore: true */ folder, `${uuid()}.rows`);
}
