import type { TrainingSetup } from "@/domain/contract/training";
import { trainingMeasures } from "@/domain/training/score-training";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { currentCodebook } from "@/server/rows/codebook-of";
import { trainingSettingsOf } from "@/server/rows/training-settings-of";

/** What a project demands of its annotators, and the documents it can train them on. Errors: 404, 403, 409 no_codebook. */
export async function getTrainingSetup(actor: Actor, projectId: string): Promise<TrainingSetup> {
  const db = database();
  const { project } = await openProject(db, actor, projectId, "project.inspect");
  const settings = trainingSettingsOf(project);
  const { content } = await currentCodebook(db, projectId);
  const rows = await db.document.findMany({
    where: {
      ...{ projectId, replacedBy: null },
      OR: [
        { id: { in: settings.documentIds } },
        { assignments: { some: { kind: "adjudication", state: "submitted" } } },
      ],
    },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: {
      ...{ id: true, title: true, language: true },
      assignments: {
        where: { kind: "adjudication" },
        select: { state: true, _count: { select: { statements: { where: { deletedAt: null } } } } },
      },
    },
  });
  const documents = rows.map(({ assignments: [gold], ...document }) => ({
    ...{ ...document, statements: gold?._count.statements ?? 0, settled: gold?.state === "submitted" },
  }));
  return { settings, documents, measures: trainingMeasures(content) };
}
