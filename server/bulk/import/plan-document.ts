import { createHash } from "node:crypto";
import { offKeysIn } from "@/domain/codebook/off-keys";
import type { AnnotatedDocument, AnnotatedPass, AnnotatedStatement } from "@/domain/import/annotated/annotated-data";
import type { StatementContent } from "@/domain/statement/statement";
import { DocumentText } from "@/domain/text/document-text";
import { normaliseText } from "@/domain/text/normalise-text";
import type { RowOf } from "@/server/database/row-tables";
import { contentColumns } from "@/server/rows/statement-row";
import type { FoundDocument } from "./find-documents";
import type { ImportContext } from "./import-context";
import { planAbout } from "./plan-about";
import { planMetadata } from "./plan-metadata";
import { planStatement } from "./plan-statement";
import { rowId } from "./row-id";

/** The rows of one document, in an order in which each table may be written. */
export interface DocumentRows {
  Document: RowOf<"Document">[];
  Assignment: RowOf<"Assignment">[];
  Statement: RowOf<"Statement">[];
  StatementStance: RowOf<"StatementStance">[];
  Ruling: RowOf<"Ruling">[];
  ClusterGroup: RowOf<"ClusterGroup">[];
  Comment: RowOf<"Comment">[];
}

/** A pass that comes in, with the statements of it that do, by the file's keys. */
export interface PlannedPass {
  pass: AnnotatedPass;
  id: string;
  statements: Map<string, { id: string; revision: number }>;
}

/** The rows of a document; null: it cannot come in, which is reported. */
export function planDocument(
  document: AnnotatedDocument,
  found: FoundDocument,
  context: ImportContext,
): DocumentRows | null {
  const { report, ids } = context;
  const rows: DocumentRows = {
    ...{ Document: [], Assignment: [], Statement: [], StatementStance: [], Ruling: [], ClusterGroup: [], Comment: [] },
  };
  const text = found.text;
  let documentId: string;
  if (found.stored) {
    documentId = found.stored.id;
    const told = `“${found.stored.title}” is in the project already: what annotators did with it comes to the article that is there.`;
    report.say("changed", "document_known", document.place, told);
    if (document.id) context.documents.set(document.id, documentId);
    if (document.id && document.id !== documentId) ids.renamed.set(document.id, documentId);
  } else {
    const kept = ids.keep("Document", document.id);
    if (!kept.isKept) report.say("changed", "id_taken", document.place, "Its id is taken here; it gets a new one.");
    documentId = kept.id;
    if (document.id) context.documents.set(document.id, documentId);
    if (document.replaces) context.replacements.push([documentId, document.replaces]);
    rows.Document.push(documentRow(document, documentId, text, context));
    report.count("documents");
  }
  const passes: PlannedPass[] = [];
  const holders = new Set(found.stored?.holders ?? []);
  for (const pass of document.passes) {
    const planned = planPass(pass, documentId, holders, context, rows);
    if (planned) passes.push(planned);
  }
  planStatements(passes, text, context, rows);
  planAbout({ document, documentId, passes, stored: found.stored }, context, rows);
  return rows;
}

function documentRow(
  document: AnnotatedDocument,
  id: string,
  text: DocumentText,
  { state, importId, now, position, report }: ImportContext,
): RowOf<"Document"> {
  return {
    ...{ id, projectId: state.project.id, importId, ...planMetadata(document, report) },
    text: text.text,
    sha256: sha256Of(text.text),
    length: text.length,
    position: position.next(),
    createdAt: document.createdAt ?? now,
  };
}

/** SHA-256 of a text as it is stored, hex. */
export const sha256Of = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

/** The text as it is stored, with its index. */
export const storedText = (text: string) => new DocumentText(normaliseText(text));

function planPass(
  pass: AnnotatedPass,
  documentId: string,
  holders: Set<string>,
  context: ImportContext,
  rows: DocumentRows,
): PlannedPass | null {
  const { report, ids, people, importId, now } = context;
  const place = { file: "", line: null, at: `${pass.kind} of ${pass.annotator}` };
  const where = pass.statements[0]?.place ?? place;
  const agent = pass.kind === "suggestion" ? agentOf(pass.annotator) : null;
  const userId = pass.kind === "annotation" ? people.userOf(pass.annotator, where) : null;
  const holder = agent ? `agent:${agent.name}@${agent.version}` : (userId ?? "gold");
  const key = `${pass.kind} ${holder}`;
  if (holders.has(key)) {
    const whose = pass.kind === "adjudication" ? "There is gold" : `“${pass.annotator}” has a reading`;
    report.say(
      "lost",
      "pass_taken",
      where,
      `${whose} of this article already; this one is left out, with its ${pass.statements.length} statements.`,
    );
    return null;
  }
  holders.add(key);
  const kept = ids.keep("Assignment", pass.id);
  if (!kept.isKept) report.say("changed", "id_taken", where, "The id of a reading is taken here; it gets a new one.");
  const submittedAt = pass.submittedAt ?? (pass.state === "submitted" && pass.kind === "annotation" ? now : null);
  rows.Assignment.push({
    ...{ id: kept.id, documentId, kind: pass.kind, userId, holder, importId },
    ...{ agentName: agent?.name, agentVersion: agent?.version, state: pass.state, submittedAt },
    ...{ unblindedAt: pass.unblindedAt, suggestionsShownAt: pass.suggestionsShownAt, position: 0 },
    ...{ revision: pass.revision, createdAt: submittedAt ?? now, updatedAt: submittedAt ?? now },
  });
  context.passIds.add(kept.id);
  report.count({ annotation: "readings", adjudication: "gold", suggestion: "suggestions" }[pass.kind]);
  return { pass, id: kept.id, statements: new Map() };
}

/** "agent:name@version"; what is not written so is the name of an agent of no version. */
function agentOf(annotator: string): { name: string; version: string } {
  const [, name, version] = /^agent:(.*)@([^@]*)$/s.exec(annotator) ?? [null, annotator, ""];
  return { name: name ?? "", version: version ?? "" };
}

function planStatements(
  passes: readonly PlannedPass[],
  text: DocumentText,
  context: ImportContext,
  rows: DocumentRows,
): void {
  const { report, ids, registry, codebooks, now } = context;
  const coming: { statement: AnnotatedStatement; content: StatementContent; id: string; planned: PlannedPass }[] = [];
  /** Of the whole document, by the file's keys. */
  const all = new Map<string, string>();
  for (const planned of passes) {
    for (const statement of planned.pass.statements) {
      const { content: codebook } = codebooks.of(statement.codebookVersion);
      const content = planStatement(statement, { text, codebook, registry, report });
      if (!content) continue;
      const kept = ids.keep("Statement", statement.id);
      if (!kept.isKept) report.say("changed", "id_taken", statement.place, "Its id is taken here; it gets a new one.");
      planned.statements.set(statement.key, { id: kept.id, revision: statement.revision });
      all.set(statement.key, kept.id);
      coming.push({ statement, content, id: kept.id, planned });
      report.count("statements");
    }
  }
  const rings = new Set(passes.flatMap(({ pass }) => [...findRings(pass.statements)]));
  for (const { place } of rings) {
    report.say("lost", "ring", place, "It would lie within itself through its parents; it names no parent.");
  }
  for (const { statement, content, id, planned } of coming) {
    const link = (key: string | null, idOf: (key: string) => string | undefined, what: string) => {
      const linked = key === null ? null : (idOf(key) ?? null);
      if (key !== null && linked === null) {
        report.say(
          "lost",
          "link",
          statement.place,
          `The statement it names as its ${what} does not come in; it names none.`,
        );
      }
      return linked;
    };
    const codebook = codebooks.of(statement.codebookVersion);
    const createdAt = statement.createdAt ?? now;
    const own = (key: string) => planned.statements.get(key)?.id;
    rows.Statement.push({
      ...contentColumns(content),
      id,
      assignmentId: planned.id,
      codebookVersionId: codebook.id,
      offKeys: offKeysIn(codebook.content, content),
      parentId: rings.has(statement) ? null : link(statement.parent, own, "parent"),
      sameClaimAsId: link(statement.sameClaimAs, own, "repeated claim"),
      derivedFromId: link(statement.derivedFrom, (key) => all.get(key), "origin"),
      score: statement.score,
      reason: statement.reason,
      revision: statement.revision,
      createdAt,
      updatedAt: statement.updatedAt ?? createdAt,
    });
    content.stances.forEach(({ targetId, value, basis }, position) => {
      rows.StatementStance.push({ id: rowId(), statementId: id, position, targetId, value, basis });
    });
  }
}

/** Statements that are among their own parents. */
function findRings(statements: readonly AnnotatedStatement[]): Set<AnnotatedStatement> {
  const parentOf = new Map(statements.map(({ key, parent }) => [key, parent]));
  return new Set(
    statements.filter(({ key, parent }) => {
      let at = parent;
      for (let steps = 0; at !== null && steps <= statements.length; steps++) {
        if (at === key) return true;
        at = parentOf.get(at) ?? null;
      }
      return false;
    }),
  );
}
