import { valuesIn } from "@/domain/codebook/apply-decisions";
import { quoteOf } from "@/domain/codebook/quote-of";
import { codedLists } from "@/domain/codebook/value-lists";
import { AgreementQuery } from "@/domain/contract/agreement";
import type { CodebookUse, UsedStatement, UsedStatements, UseQuery } from "@/domain/contract/codebook";
import { isFilled } from "@/domain/statement/content";
import { BLIND, openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { scanStatements } from "@/server/bulk/scan-statements";
import { database } from "@/server/database/client";
import { getAgreement } from "@/server/queries/agreement/get-agreement";
import { currentCodebook } from "@/server/rows/codebook-of";
import { readStatementRows } from "@/server/rows/read-statements";
import { toStatement } from "@/server/rows/statement-row";
import { CODED } from "./find-concerned";

/** Statements in one answer. */
const STEP = 50;

/**
 * How often values are used in readings and gold, and confused between annotators. Articles that the caller is still to read
 * blind are left out. Errors: 404, 403 for annotators, 409 no_codebook.
 */
export async function getCodebookUse(actor: Actor, projectId: string): Promise<CodebookUse> {
  const db = database();
  await openProject(db, actor, projectId, "codebook.readUse");
  const { content: codebook } = await currentCodebook(db, projectId);
  const lists = codedLists(codebook);
  const closed = await readClosed(actor, projectId);
  const values: Record<string, Record<string, number>> = Object.fromEntries(lists.map(({ path }) => [path, {}]));
  const fields: Record<string, number> = {};
  const roles: Record<string, number> = {};
  let statements = 0;
  for await (const { documentId, kind, deleted, withdrawn, content } of scanStatements(projectId, { spans: true })) {
    if (deleted || withdrawn || !CODED.includes(kind) || closed.has(documentId)) continue;
    statements += 1;
    for (const { path } of lists) {
      const counts = values[path] ?? {};
      for (const key of new Set(valuesIn(content, path))) counts[key] = (counts[key] ?? 0) + 1;
    }
    for (const [key, answer] of Object.entries(content.fields)) {
      if (isFilled(answer)) fields[key] = (fields[key] ?? 0) + 1;
    }
    for (const role of new Set(content.spans.map((span) => span.role))) roles[role] = (roles[role] ?? 0) + 1;
  }
  return { statements, closed: closed.size, values, fields, roles, confusion: await readConfusion(actor, projectId) };
}

/** Of the figures of agreement: 1 − specific agreement, over the pairs in which somebody gave the value. */
async function readConfusion(actor: Actor, projectId: string): Promise<CodebookUse["confusion"]> {
  const { figures } = await getAgreement(actor, projectId, AgreementQuery.parse({}));
  return Object.fromEntries(
    figures.attributes.map(({ key, labels }) => [
      key,
      Object.fromEntries(
        labels.flatMap(({ label, specific, both, one }) =>
          specific === null ? [] : [[label, { rate: 1 - specific, pairs: both + one }]],
        ),
      ),
    ]),
  );
}

async function readClosed({ userId }: Actor, projectId: string): Promise<Set<string>> {
  const blind = await database().assignment.findMany({
    where: { document: { projectId }, userId, kind: "annotation", ...BLIND },
    select: { documentId: true },
  });
  return new Set(blind.map(({ documentId }) => documentId));
}

/** The statements behind one count, in the order of ids. Errors: 404, 403. */
export async function listUsedStatements(
  actor: Actor,
  projectId: string,
  { list, value, offset }: UseQuery,
): Promise<UsedStatements> {
  const db = database();
  await openProject(db, actor, projectId, "codebook.readUse");
  const closed = await readClosed(actor, projectId);
  const ids: string[] = [];
  for await (const { id, documentId, kind, deleted, withdrawn, content } of scanStatements(projectId)) {
    if (deleted || withdrawn || !CODED.includes(kind) || closed.has(documentId)) continue;
    if (valuesIn(content, list).includes(value)) ids.push(id);
  }
  const page = ids.slice(offset, offset + STEP);
  const rows = await readStatementRows(db, { id: { in: page } });
  const assignments = await db.assignment.findMany({
    where: { id: { in: rows.map(({ assignmentId }) => assignmentId) } },
    select: { id: true, kind: true, document: { select: { id: true, title: true, language: true } } },
  });
  const items = rows.flatMap((row): UsedStatement[] => {
    const assignment = assignments.find(({ id }) => id === row.assignmentId);
    if (!assignment) return [];
    const { id: documentId, title, language } = assignment.document;
    const statement = toStatement(row);
    return [
      {
        ...{ statementId: row.id, documentId, title, language, quote: quoteOf(statement) },
        kind: assignment.kind === "adjudication" ? "adjudication" : "annotation",
        codebookVersion: statement.codebookVersion,
      },
    ];
  });
  return { total: ids.length, items, next: offset + STEP < ids.length ? offset + STEP : null };
}
