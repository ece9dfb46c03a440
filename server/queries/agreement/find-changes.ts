import { database } from "@/server/database/client";
import type { ProjectReadings } from "./project-readings";

export interface ReadingChanges {
  /** More than passes changed. */
  everything: boolean;
  /** A speaker or target has a new name, or is new. */
  names: boolean;
  /** Documents with a finished pass that came, went or changed. */
  documentIds: string[];
}

/** What a project's events say has changed since its readings were read. */
export async function findChanges(projectId: string, known: ProjectReadings): Promise<ReadingChanges> {
  const events = await database().event.findMany({
    where: { projectId, sequence: { gt: known.sequence } },
    select: { subjectType: true, subjectId: true, assignmentId: true, action: true },
  });
  const assignmentIds = new Set<string>();
  let names = false;
  for (const { subjectType, subjectId, assignmentId, action } of events) {
    const isNamed = subjectType === "speaker" || subjectType === "target";
    if (isNamed) names = true;
    // A new name in the registry is on no finished statement yet; anything else there may be a merge.
    if (isNamed && action.endsWith(".created")) continue;
    if (isNamed || subjectType === "document" || subjectType === "codebook") {
      return { everything: true, names: true, documentIds: [] };
    }
    if (subjectType === "assignment") assignmentIds.add(subjectId);
    else if (assignmentId) assignmentIds.add(assignmentId);
  }
  const assignments = await database().assignment.findMany({
    where: { id: { in: [...assignmentIds] }, kind: "annotation" },
    select: { id: true, documentId: true, state: true },
  });
  const wasFinished = ({ id, documentId }: { id: string; documentId: string }) =>
    known.documents.get(documentId)?.passes.some((pass) => pass.assignmentId === id);
  const changed = assignments.filter((one) => one.state === "submitted" || wasFinished(one));
  return { everything: false, names, documentIds: [...new Set(changed.map(({ documentId }) => documentId))] };
}
