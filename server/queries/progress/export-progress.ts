import { rowsToCsv } from "@/domain/formats/csv";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { download } from "@/server/download";

/** Readings of each document that are given, begun and finished, as CSV. Errors: 404, 403 for annotators. */
export async function exportProgress(actor: Actor, projectId: string, now: Date): Promise<Response> {
  const db = database();
  const { project } = await openProject(db, actor, projectId, "review.list");
  const documents = await db.document.findMany({
    where: { projectId, replacedBy: null },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: {
      ...{ id: true, title: true },
      assignments: {
        where: { kind: { in: ["annotation", "adjudication"] }, withdrawnAt: null },
        select: { kind: true, state: true, dueOn: true },
      },
    },
  });
  const rows = documents.map(({ id, title, assignments }) => {
    const readings = assignments.filter(({ kind }) => kind === "annotation");
    const count = (wanted: string) => readings.filter(({ state }) => state === wanted).length;
    const settled = assignments.some(({ kind, state }) => kind === "adjudication" && state === "submitted");
    const due = readings.flatMap(({ dueOn }) => dueOn ?? []).sort()[0] ?? null;
    return [id, title, readings.length, count("assigned"), count("in_progress"), count("submitted"), due, settled];
  });
  const head = ["document_id", "title", "readings", "not_started", "in_progress", "finished", "due_on", "settled"];
  return download(rowsToCsv([head, ...rows], { cells: "spreadsheet" }), {
    name: `${project.name} progress`,
    extension: "csv",
    type: "text/csv; charset=utf-8",
    now,
  });
}
