import { v7 as uuid } from "uuid";
import { emptyContent } from "@/domain/statement/content";
import type { Actor } from "@/server/auth/actor";
import { createDocument } from "@/server/commands/create-document";
import { startProject } from "@/server/commands/start-project";
import { database } from "@/server/database/client";
import { contentColumns } from "@/server/rows/statement-row";

const TEXT = "The ministry denied it. The rector did not.";

/** What one person has in a project. */
export interface OwnRows {
  assignmentId: string;
  statementId: string;
  recheckId: string;
}

/** A project with one article. */
export interface Place {
  /** Of the project and of its article, as nothing else is called: whoever reads it has seen something of the place. */
  name: string;
  projectId: string;
  documentId: string;
  codebookId: string;
  /** The rows of this person, made when first asked for. `unfinished`: their reading is; else it is submitted. */
  rowsOf(userId: string, how?: { unfinished: boolean }): Promise<OwnRows>;
}

export async function makePlace(owner: Actor): Promise<Place> {
  const [projectId, documentId] = [uuid(), uuid()];
  const name = `Place ${uuid()}`;
  await startProject(owner, { operationId: uuid(), id: projectId, name, template: "statements-v1" });
  await createDocument(owner, projectId, { operationId: uuid(), id: documentId, title: name, text: TEXT });
  const { id: codebookId } = await database().codebookVersion.findFirstOrThrow({ where: { projectId } });
  const made = new Map<string, Promise<OwnRows>>();
  return {
    ...{ name, projectId, documentId, codebookId },
    rowsOf(userId, { unfinished } = { unfinished: false }) {
      const rows = made.get(userId) ?? makeRows({ documentId, codebookId, userId, unfinished });
      made.set(userId, rows);
      return rows;
    },
  };
}

async function makeRows(of: {
  documentId: string;
  codebookId: string;
  userId: string;
  unfinished: boolean;
}): Promise<OwnRows> {
  const { documentId, codebookId, userId, unfinished } = of;
  const rows = { assignmentId: uuid(), statementId: uuid(), recheckId: uuid() };
  const db = database();
  const state = unfinished ? { state: "in_progress" } : { state: "submitted", submittedAt: new Date() };
  await db.assignment.create({
    data: { id: rows.assignmentId, documentId, kind: "annotation", userId, holder: userId, ...state },
  });
  await db.statement.create({
    data: {
      ...{ id: rows.statementId, assignmentId: rows.assignmentId, codebookVersionId: codebookId },
      ...contentColumns(emptyContent({ role: "content", start: 0, end: 3, quote: "The" })),
    },
  });
  const asked = { codebookVersionId: codebookId, statementId: rows.statementId, outcome: "asked", causes: [] };
  await db.codebookEffect.create({ data: { id: rows.recheckId, ...asked } });
  return rows;
}
