import { rowsToCsv } from "@/domain/formats/csv";
import type { Cell } from "@/domain/formats/tables/table";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { download } from "@/server/download";
import { getProgress } from "./get-progress";
import { readDocumentProgress } from "./read-document-progress";

/** Readings of each document that are given, begun and finished, as CSV. Errors: 404, 403 for annotators. */
export async function exportProgress(actor: Actor, projectId: string, now: Date): Promise<Response> {
  const db = database();
  const { project } = await openProject(db, actor, projectId, "review.list");
  const documents = await readDocumentProgress(db, projectId);
  const head = ["document_id", "title", "readings", "not_started", "in_progress", "finished", "due_on", "settled"];
  const rows = documents.map(({ id, title, readings, notStarted, inProgress, finished, dueOn, settled }) => {
    return [id, title, readings, notStarted, inProgress, finished, dueOn, settled];
  });
  return csv(`${project.name} progress`, [head, ...rows], now);
}

/** The figures of each person that the dashboard shows to whoever asks, annotators their own, as CSV. Errors: 404. */
export async function exportPeopleProgress(actor: Actor, projectId: string, now: Date): Promise<Response> {
  const { project } = await openProject(database(), actor, projectId, "progress.read");
  const { people } = await getProgress(actor, projectId, now);
  const head = ["person", "not_started", "in_progress", "finished", "overdue", "finished_a_day", "minutes_at_work"];
  const rows = people.map(({ name, notStarted, inProgress, finished, overdue, perDay, minutes }) => {
    return [name, notStarted, inProgress, finished, overdue, perDay, minutes];
  });
  return csv(`${project.name} people`, [head, ...rows], now);
}

function csv(name: string, rows: readonly Cell[][], now: Date): Response {
  const type = "text/csv; charset=utf-8";
  return download(rowsToCsv(rows, { cells: "spreadsheet" }), { name, extension: "csv", type, now });
}
