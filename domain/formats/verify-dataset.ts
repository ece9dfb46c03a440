import type { Speaker, Target } from "@/domain/contract/registry";
import type { ArticleDocument } from "@/domain/contract/work";
import type { FieldAnswers, Statement } from "@/domain/statement/statement";
import { DocumentText } from "@/domain/text/document-text";
import { applicableAnswers } from "./applicable-answers";
import type { Dataset, DatasetAssignment } from "./dataset";

/** A dataset that contradicts itself. Nothing of it may be written: a shifted quote is an error, never a guess. */
export class DatasetError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "DatasetError";
  }
}

/** A dataset whose references and quotes hold, with its rows at hand by id. */
export interface VerifiedDataset extends Dataset {
  assignmentOf(statement: Statement): DatasetAssignment;
  documentOf(statement: Statement): ArticleDocument;
  speakerById(id: string): Speaker;
  targetById(id: string): Target;
  /** The answers that apply, under the codebook version the statement was coded under. */
  answersOf(statement: Statement): FieldAnswers;
}

/**
 * Checks that every document has the length it says, that every statement's assignment, document, codebook version,
 * speakers and targets are in the dataset, and that every span quotes the text it covers. Throws DatasetError with the
 * document, the statement and the span.
 */
export function verifyDataset(dataset: Dataset): VerifiedDataset {
  const documents = byId(dataset.documents);
  const assignments = byId(dataset.assignments);
  const speakers = byId(dataset.registry.speakers);
  const targets = byId(dataset.registry.targets);
  const versions = new Map(dataset.codebooks.map((codebook) => [String(codebook.version), codebook]));
  const texts = new Map<string, DocumentText>();

  for (const document of dataset.documents) {
    const text = new DocumentText(document.text);
    texts.set(document.id, text);
    if (text.length === document.length) continue;
    throw new DatasetError(
      `document ${document.id} says it has ${document.length} code points, its text has ${text.length}`,
    );
  }
  for (const { id, documentId } of dataset.assignments) find(documents, documentId, `document of assignment ${id}`);

  const verified: VerifiedDataset = {
    ...dataset,
    assignmentOf: ({ id, assignmentId }) => find(assignments, assignmentId, `assignment of statement ${id}`),
    documentOf: (statement) => {
      const { documentId } = verified.assignmentOf(statement);
      return find(documents, documentId, `document of statement ${statement.id}`);
    },
    speakerById: (id) => find(speakers, id, "speaker"),
    targetById: (id) => find(targets, id, "target"),
    answersOf: (statement) => {
      const version = find(versions, String(statement.codebookVersion), `codebook of statement ${statement.id}`);
      return applicableAnswers(statement, version.content);
    },
  };
  for (const statement of dataset.statements) {
    const document = verified.documentOf(statement);
    verifyQuotes(statement, document.id, texts.get(document.id) as DocumentText);
    if (!versions.has(String(statement.codebookVersion))) {
      throw new DatasetError(`codebook version ${statement.codebookVersion} of statement ${statement.id} is missing`);
    }
    for (const id of statement.chain) find(speakers, id, `speaker in the chain of statement ${statement.id}`);
    if (statement.speakerId !== null) find(speakers, statement.speakerId, `speaker of statement ${statement.id}`);
    for (const { targetId } of statement.stances) find(targets, targetId, `target of statement ${statement.id}`);
  }
  return verified;
}

function verifyQuotes(statement: Statement, documentId: string, text: DocumentText): void {
  for (const { role, start, end, quote } of statement.spans) {
    const where = `document ${documentId}, statement ${statement.id}, ${role} span ${start}-${end}`;
    if (start < 0 || start >= end || end > text.length) {
      throw new DatasetError(`${where}: outside the text of ${text.length} code points`);
    }
    const covered = text.slice(start, end);
    if (covered !== quote) {
      throw new DatasetError(`${where}: the text is ${JSON.stringify(covered)}, the quote ${JSON.stringify(quote)}`);
    }
  }
}

function byId<T extends { id: string }>(rows: readonly T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}

function find<T>(rows: ReadonlyMap<string, T>, id: string, what: string): T {
  const row = rows.get(id);
  if (row === undefined) throw new DatasetError(`${what} is missing: ${id}`);
  return row;
}
