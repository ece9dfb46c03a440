import type { ChangeNotice } from "@/domain/contract/history";
import type { OpenAssignment, Opened } from "@/server/access";
import { database } from "@/server/database/client";
import { toChangeNotice } from "@/server/rows/change-rows";

/** Read in steps, so that a connection that slept for long takes no more memory than any other. */
const STEP = 100;

/**
 * What happened to an assignment and to the registry it draws on after a sequence, oldest first, and the sequence it is
 * told up to. Of the registry everybody in the project sees everything; of statements only this assignment's are read.
 */
export async function listChangeNotices(
  { project, assignment }: Opened<OpenAssignment>,
  after: number,
): Promise<{ notices: { sequence: number; notice: ChangeNotice }[]; upTo: number; more: boolean }> {
  const db = database();
  // Before the events: one that is added in between is told the next time.
  const upTo = await headOf(project.id);
  const rows = await db.event.findMany({
    where: {
      projectId: project.id,
      sequence: { gt: after, lte: upTo },
      OR: [{ assignmentId: assignment.id }, { subjectType: { in: ["speaker", "target"] } }],
    },
    orderBy: { sequence: "asc" },
    take: STEP,
  });
  const notices = rows.flatMap((row) => {
    const notice = toChangeNotice(row);
    return notice ? [{ sequence: row.sequence, notice }] : [];
  });
  const last = rows.at(-1);
  return rows.length === STEP && last
    ? { notices, upTo: last.sequence, more: true }
    : { notices, upTo: Math.max(after, upTo), more: false };
}

/** Sequence of a project's latest event; 0 before the first. */
export async function headOf(projectId: string): Promise<number> {
  const head = await database().eventHead.findUnique({ where: { projectId }, select: { sequence: true } });
  return head?.sequence ?? 0;
}
