import type { Snapshot } from "./snapshot";

/** A project in one line. */
export interface ListedProject {
  id: string;
  name: string;
  documents: number;
  members: number;
  /** Live ones of all assignments, gold among them. */
  statements: number;
}

/** All projects by name, whoever may see them: for whoever has the machine. */
export async function listProjects(snapshot: Snapshot): Promise<ListedProject[]> {
  const rows = await snapshot.query(
    `SELECT p."id", p."name",
       (SELECT COUNT(*) FROM "Document" d WHERE d."projectId" = p."id") AS "documents",
       (SELECT COUNT(*) FROM "Membership" m WHERE m."projectId" = p."id") AS "members",
       (SELECT COUNT(*) FROM "Statement" s JOIN "Assignment" a ON a."id" = s."assignmentId"
        JOIN "Document" d ON d."id" = a."documentId" WHERE d."projectId" = p."id" AND s."deletedAt" IS NULL) AS "statements"
     FROM "Project" p ORDER BY p."name", p."id"`,
  );
  return rows.map(({ id, name, documents, members, statements }) => ({
    id: String(id),
    name: String(name),
    documents: Number(documents),
    members: Number(members),
    statements: Number(statements),
  }));
}
