import type { Codebook } from "@/domain/codebook/codebook";
import type { Target } from "@/domain/contract/registry";
import { survivors } from "@/domain/registry/survivors";
import type { FieldAnswers, Statement } from "@/domain/statement/statement";
import { DocumentText } from "@/domain/text/document-text";
import { applicableAnswers } from "./applicable-answers";
import type { Dataset, DatasetAssignment, DatasetDocument, DatasetSpeaker, DocumentParts } from "./dataset";

/** A dataset that contradicts itself. Nothing of that document is written: a shifted quote is an error, never a guess. */
export class DatasetError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "DatasetError";
  }
}

/** A document whose references and quotes hold, with its rows at hand by id. */
export interface VerifiedDocument extends DatasetDocument {
  text: DocumentText;
  assignmentOf(statement: Statement): DatasetAssignment;
  statementsOf(assignment: DatasetAssignment): readonly Statement[];
  codebookOf(statement: Statement): Codebook;
  speakerById(id: string): DatasetSpeaker;
  /** Who stands for a speaker after all merges. */
  speakerMeant(id: string): DatasetSpeaker;
  targetById(id: string): Target;
  /** The answers that apply, under the codebook version the statement was coded under. */
  answersOf(statement: Statement): FieldAnswers;
}

/**
 * The documents of a dataset, each checked before it is handed on: that it has the length it says, that every statement's
 * assignment, codebook version, speakers and targets are in the dataset, and that every span quotes the text it covers.
 * Throws DatasetError with the document, the statement and the span.
 */
export async function* verifiedDocuments(dataset: Dataset, parts?: DocumentParts): AsyncGenerator<VerifiedDocument> {
  const lookups = {
    speakers: byId(dataset.registry.speakers),
    leadOf: survivors(dataset.registry.speakers),
    targets: byId(dataset.registry.targets),
    codebooks: new Map(dataset.codebooks.map(({ version, content }) => [version, content])),
  };
  for await (const document of dataset.documents(parts)) yield verifyDocument(document, lookups);
}

interface Lookups {
  speakers: ReadonlyMap<string, DatasetSpeaker>;
  leadOf(id: string): string;
  targets: ReadonlyMap<string, Target>;
  codebooks: ReadonlyMap<number, Codebook>;
}

function verifyDocument(
  document: DatasetDocument,
  { speakers, leadOf, targets, codebooks }: Lookups,
): VerifiedDocument {
  const { article } = document;
  const text = new DocumentText(article.text);
  if (text.length !== article.length) {
    throw new DatasetError(
      `document ${article.id} says it has ${article.length} code points, its text has ${text.length}`,
    );
  }
  const assignments = byId(document.assignments);
  for (const { id, documentId } of document.assignments) {
    if (documentId !== article.id) throw new DatasetError(`document of assignment ${id} is missing: ${documentId}`);
  }
  const byAssignment = new Map<string, Statement[]>(document.assignments.map(({ id }) => [id, []]));
  const codebookOf = ({ id, codebookVersion }: Statement): Codebook => {
    const codebook = codebooks.get(codebookVersion);
    if (!codebook) throw new DatasetError(`codebook version ${codebookVersion} of statement ${id} is missing`);
    return codebook;
  };
  for (const statement of document.statements) {
    const { id, assignmentId, chain, speakerId, stances } = statement;
    const siblings = byAssignment.get(assignmentId);
    if (!siblings) throw new DatasetError(`assignment of statement ${id} is missing: ${assignmentId}`);
    siblings.push(statement);
    codebookOf(statement);
    verifyQuotes(statement, article.id, text);
    for (const speaker of chain) if (!speakers.has(speaker)) throw missing(speaker, `speaker in the chain of`, id);
    if (speakerId !== null && !speakers.has(speakerId)) throw missing(speakerId, "speaker of", id);
    for (const { targetId } of stances) if (!targets.has(targetId)) throw missing(targetId, "target of", id);
  }
  let last: { statement: Statement; answers: FieldAnswers } | null = null;
  return {
    ...document,
    text,
    // That it is there was seen above.
    assignmentOf: ({ assignmentId }) => find(assignments, assignmentId, "assignment"),
    statementsOf: ({ id }) => byAssignment.get(id) ?? [],
    codebookOf,
    speakerById: (id) => find(speakers, id, "speaker"),
    speakerMeant: (id) => find(speakers, leadOf(id), "speaker"),
    targetById: (id) => find(targets, id, "target"),
    answersOf: (statement) => {
      // Asked for once per column: what was told last is told again.
      if (last?.statement !== statement) {
        last = { statement, answers: applicableAnswers(statement, codebookOf(statement)) };
      }
      return last.answers;
    },
  };
}

function verifyQuotes(statement: Statement, documentId: string, text: DocumentText): void {
  for (const { role, start, end, quote } of statement.spans) {
    const isInside = start >= 0 && start < end && end <= text.length;
    if (isInside && text.slice(start, end) === quote) continue;
    const where = `document ${documentId}, statement ${statement.id}, ${role} span ${start}-${end}`;
    if (!isInside) throw new DatasetError(`${where}: outside the text of ${text.length} code points`);
    const covered = JSON.stringify(text.slice(start, end));
    throw new DatasetError(`${where}: the text is ${covered}, the quote ${JSON.stringify(quote)}`);
  }
}

function byId<T extends { id: string }>(rows: readonly T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}

const missing = (id: string, what: string, statementId: string) =>
  new DatasetError(`${what} statement ${statementId} is missing: ${id}`);

function find<T>(rows: ReadonlyMap<string, T>, id: string, what: string): T {
  const row = rows.get(id);
  if (row === undefined) throw new DatasetError(`${what} is missing: ${id}`);
  return row;
}
