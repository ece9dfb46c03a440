import type { WorkList } from "@/domain/contract/work";
import { memberships } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { toAssignment, toDocumentSummary } from "@/server/rows/work-rows";

/** The caller's assignments in all their projects that are not archived: unfinished first, in the order they were given. */
export async function listWork(actor: Actor): Promise<WorkList> {
  const db = database();
  const projects = (await memberships(db, actor)).flatMap(({ project }) => (project.archivedAt ? [] : project));
  const rows = await db.assignment.findMany({
    where: {
      userId: actor.userId,
      kind: "annotation",
      withdrawnAt: null,
      document: { projectId: { in: projects.map((project) => project.id) } },
    },
    include: {
      document: {
        omit: { text: true },
        include: { assignments: { where: { kind: "adjudication", state: "submitted" }, select: { id: true } } },
      },
      _count: { select: { statements: { where: { deletedAt: null } } } },
    },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  const items = rows.map((row) => {
    const { id, name } = projects.find((project) => project.id === row.document.projectId) ?? {
      id: row.document.projectId,
      name: "",
    };
    return {
      ...toAssignment(row),
      document: toDocumentSummary(row.document),
      project: { id, name },
      statementCount: row._count.statements,
      dueOn: row.dueOn,
      leaseUntil: row.state === "assigned" ? (row.leaseUntil?.toISOString() ?? null) : null,
      rulingsOpen: row.state === "submitted" && row.document.assignments.length > 0,
      updatedAt: row.updatedAt.toISOString(),
    };
  });
  const unfinishedFirst = (state: string) => (state === "submitted" ? 1 : 0);
  return { items: items.sort((a, b) => unfinishedFirst(a.state) - unfinishedFirst(b.state)) };
}
