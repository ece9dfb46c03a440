import type { DocumentProgress } from "@/domain/contract/progress";
import type { Tx } from "@/server/database/client";

/** How far each document of a project is, in the order of the project. Withdrawn readings do not count. */
export async function readDocumentProgress(tx: Tx, projectId: string): Promise<DocumentProgress[]> {
  const documents = await tx.document.findMany({
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
  return documents.map(({ id, title, assignments }) => {
    const readings = assignments.filter(({ kind }) => kind === "annotation");
    const count = (wanted: string) => readings.filter(({ state }) => state === wanted).length;
    const open = readings.filter(({ state }) => state !== "submitted");
    return {
      ...{ id, title, readings: readings.length },
      ...{ notStarted: count("assigned"), inProgress: count("in_progress"), finished: count("submitted") },
      dueOn: open.flatMap(({ dueOn }) => dueOn ?? []).sort()[0] ?? null,
      settled: assignments.some(({ kind, state }) => kind === "adjudication" && state === "submitted"),
    };
  });
}
