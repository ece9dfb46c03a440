import * as z from "zod";
import { FieldAnswers, type StatementContent } from "@/domain/statement/statement";
import { Span } from "@/domain/text/span";
import { jsonOf } from "./column-values";
import { openSnapshot, type RawRow, type Snapshot } from "./snapshot";

/** What of a statement the codebook is about; the rest of its content is empty. */
export interface ScannedStatement {
  id: string;
  assignmentId: string;
  documentId: string;
  kind: string;
  deleted: boolean;
  /** In a reading that was taken from its holder: it counts nowhere until it is given back. */
  withdrawn: boolean;
  content: StatementContent;
}

/** Statements read in one query. */
const STEP = 4000;

const Chain = z.array(z.string());
const Spans = z.array(Span);

/** Every statement of a project, deleted ones and suggestions too, from one moment and in the order of ids. */
export async function* scanStatements(
  projectId: string,
  { spans = false }: { spans?: boolean } = {},
): AsyncGenerator<ScannedStatement> {
  const snapshot = await openSnapshot();
  try {
    let after = "";
    for (;;) {
      const rows = await readStep(snapshot, projectId, after, spans);
      const last = rows.at(-1);
      if (!last) return;
      const stances = await readStances(snapshot, projectId, after, String(last.id));
      for (const row of rows) yield toScanned(row, stances.get(String(row.id)) ?? [], spans);
      after = String(last.id);
    }
  } finally {
    await snapshot.close();
  }
}

const FROM = `FROM "Statement" s JOIN "Assignment" a ON a."id" = s."assignmentId"
  JOIN "Document" d ON d."id" = a."documentId"`;

function readStep(snapshot: Snapshot, projectId: string, after: string, spans: boolean): Promise<RawRow[]> {
  return snapshot.query(
    `SELECT s."id", s."fields", s."chain", ${spans ? 's."spans", ' : ""}a."kind", s."assignmentId", a."documentId",
     CASE WHEN s."deletedAt" IS NULL THEN 0 ELSE 1 END AS "deleted",
     CASE WHEN a."withdrawnAt" IS NULL THEN 0 ELSE 1 END AS "withdrawn" ${FROM}
     WHERE d."projectId" = ? AND s."id" > ? ORDER BY s."id" LIMIT ${STEP}`,
    [projectId, after],
  );
}

async function readStances(snapshot: Snapshot, projectId: string, after: string, upTo: string) {
  const rows = await snapshot.query(
    `SELECT t."statementId", t."targetId", t."value", t."basis" FROM "StatementStance" t
     JOIN "Statement" s ON s."id" = t."statementId" JOIN "Assignment" a ON a."id" = s."assignmentId"
     JOIN "Document" d ON d."id" = a."documentId"
     WHERE d."projectId" = ? AND t."statementId" > ? AND t."statementId" <= ?`,
    [projectId, after, upTo],
  );
  const byStatement = new Map<string, StatementContent["stances"]>();
  for (const { statementId, targetId, value, basis } of rows) {
    const stance = { targetId: String(targetId), value: textOrNull(value), basis: textOrNull(basis) };
    const held = byStatement.get(String(statementId));
    if (held) held.push(stance);
    else byStatement.set(String(statementId), [stance]);
  }
  return byStatement;
}

const textOrNull = (value: unknown) => (value === null ? null : String(value));

function toScanned(row: RawRow, stances: StatementContent["stances"], spans: boolean): ScannedStatement {
  return {
    id: String(row.id),
    assignmentId: String(row.assignmentId),
    documentId: String(row.documentId),
    kind: String(row.kind),
    deleted: Number(row.deleted) === 1,
    withdrawn: Number(row.withdrawn) === 1,
    content: {
      spans: spans ? Spans.parse(jsonOf(row.spans)) : [],
      speakerId: null,
      chain: Chain.parse(jsonOf(row.chain)),
      stances,
      fields: FieldAnswers.parse(jsonOf(row.fields)),
      confidence: "sure",
      note: "",
      parentId: null,
      sameClaimAsId: null,
    },
  };
}
