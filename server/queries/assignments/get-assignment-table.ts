import type { Role } from "@/domain/contract/account";
import type { AssignmentTable } from "@/domain/contract/assignments";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { claimSettingsOf } from "@/server/rows/claim-settings-of";
import { peopleNames } from "../name-annotators";

/** Who reads which document: members by name, then those who were members and coded. Errors: 404, 403 for others than managers. */
export async function getAssignmentTable(actor: Actor, projectId: string): Promise<AssignmentTable> {
  const db = database();
  const { project } = await openProject(db, actor, projectId, "project.inspect");
  const documents = await db.document.findMany({
    where: { projectId, replacedBy: null },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, title: true, language: true },
  });
  const rows = await db.assignment.findMany({
    where: { kind: "annotation", document: { projectId } },
    select: { id: true, documentId: true, userId: true, state: true, withdrawnAt: true, dueOn: true },
    orderBy: { id: "asc" },
  });
  const readings = rows.flatMap(({ withdrawnAt, userId, state, ...row }) =>
    userId === null ? [] : [{ ...row, userId, state: state as "assigned", withdrawn: withdrawnAt !== null }],
  );
  const members = await db.membership.findMany({ where: { projectId }, select: { userId: true, role: true } });
  const roles = new Map(members.map(({ userId, role }) => [userId, role as Role]));
  const names = await peopleNames(db, project);
  const people = [...new Set([...roles.keys(), ...readings.map(({ userId }) => userId)])].map((userId) => {
    const own = readings.filter((one) => one.userId === userId && !one.withdrawn);
    const finished = own.filter(({ state }) => (state as string) === "submitted").length;
    return {
      ...{ userId, name: names.get(userId) ?? "", role: roles.get(userId) ?? null },
      ...{ open: own.length - finished, finished },
    };
  });
  people.sort(
    (a, b) => Number(a.role === null) - Number(b.role === null) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  );
  return { documents, people, readings, claims: claimSettingsOf(project) };
}
