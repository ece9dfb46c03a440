import { createHash } from "node:crypto";
import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { ExportChoice } from "@/domain/contract/export";
import type * as rows from "@/prisma/generated/sqlite/client";
import type { Actor } from "@/server/auth/actor";
import { toldAsProblem } from "@/server/bulk/dataset-problem";
import { writeDataset } from "@/server/bulk/write-dataset";
import { database } from "@/server/database/client";
import { HttpError } from "@/server/http-error";
import { tell } from "@/server/notifications/tell";
import { exportFile, makeExportFolder, unfinishedFile } from "./export-files";

/** How often progress is noted, and looked whether it was cancelled, milliseconds. */
const NOTED_EVERY = 300;

/** Makes the file of an export whose state is `running`, and keeps how that ended. */
export async function makeExport(row: rows.Export): Promise<void> {
  const db = database();
  const part = unfinishedFile(row.id);
  try {
    const finished = await write(row, part);
    if (finished) {
      await rename(part, exportFile(row.id));
      const data = { ...finished, state: "done", finishedAt: new Date() };
      const { count } = await db.export.updateMany({ where: { id: row.id, state: "running" }, data });
      if (count === 0) await rm(exportFile(row.id), { force: true });
      else await tellOfExport(row, "export_ready");
    }
  } catch (error) {
    const { count } = await db.export.updateMany({
      where: { id: row.id, state: "running" },
      data: { state: "failed", problem: explain(error), finishedAt: new Date() },
    });
    if (count === 1) await tellOfExport(row, "export_failed");
  }
  await rm(part, { force: true });
}

/** A crash between the end of an export and this leaves nobody told; the list of exports says it all the same. */
function tellOfExport({ id, userId, projectId }: rows.Export, kind: "export_ready" | "export_failed"): Promise<void> {
  return tell(database(), { about: id, userId, projectId, kind, at: new Date() });
}

/** Null: it was cancelled meanwhile. */
async function write(row: rows.Export, path: string): Promise<{ written: number; sha256: string } | null> {
  const db = database();
  const choice = ExportChoice.parse(row.choice);
  const actor = await actorOf(row.userId);
  await makeExportFolder();
  const { expected, chunks } = await writeDataset({ actor, projectId: row.projectId, choice, isExpecting: true });
  let file: FileHandle | null = null;
  try {
    await db.export.updateMany({ where: { id: row.id, state: "running" }, data: { expected } });
    file = await open(path, "w", 0o600);
    const hash = createHash("sha256");
    let written = 0;
    let notedAt = Date.now();
    for await (const chunk of chunks) {
      hash.update(chunk);
      await file.write(chunk);
      written += chunk.length;
      if (Date.now() - notedAt < NOTED_EVERY) continue;
      notedAt = Date.now();
      const { count } = await db.export.updateMany({ where: { id: row.id, state: "running" }, data: { written } });
      if (count === 0) return null;
    }
    await file.sync();
    return { written, sha256: hash.digest("hex") };
  } finally {
    await file?.close();
    await chunks.return(undefined);
  }
}

/** Who asked for it, as they are now: their rights are asked for again. */
async function actorOf(userId: string): Promise<Actor> {
  const user = await database().user.findUniqueOrThrow({ where: { id: userId } });
  const { name, email, isAdmin, twoFactorAt } = user;
  return { userId, name, email, isAdmin, hasTwoFactor: twoFactorAt !== null };
}

function explain(error: unknown): string {
  const told = toldAsProblem(error);
  if (told instanceof HttpError) return told.detail;
  const id = crypto.randomUUID();
  console.error(`[${id}]`, error);
  return `Something went wrong on the server; its log says more under ${id}.`;
}
