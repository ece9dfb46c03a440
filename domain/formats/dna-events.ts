import { organisationAt } from "@/domain/registry/organisation-at";
import type { Stance, Statement } from "@/domain/statement/statement";
import { spansInRole } from "@/domain/text/spans";
import type { Dataset } from "./dataset";
import { type ExportFormat, oneFile } from "./export-format";
import { survivor } from "./survivor";
import { type VerifiedDocument, verifiedDocuments } from "./verify-document";

/**
 * The event list of Discourse Network Analyzer: a row per statement and stance that is for (agreement 1) or against (0) its
 * target, which is DNA's concept; DNA knows no other, so statements without are left out. Semicolons, quoted strings;
 * positions are UTF-16 units, as DNA counts, of the first content fragment. Merged speakers and targets stand as what they
 * are merged into. The last columns say which statement it is.
 */
export const dnaEvents: ExportFormat = {
  shape: "file",
  extension: "csv",
  mediaType: "text/csv; charset=utf-8",
  offsetUnit: "utf16_code_unit",
  files: (dataset) => oneFile("events.csv", write(dataset)),
};

const COLUMNS = [
  ...["statement_id", "time", "person", "organization", "concept", "agreement", "start_position", "stop_position"],
  ...["text", "coder", "document_id", "document_title", "document_author", "document_source", "document_section"],
  ...["document_type", "layer", "offset_unit", "sayso_statement_id", "sayso_document_id"],
];

async function* write(dataset: Dataset): AsyncGenerator<string> {
  yield line(COLUMNS);
  let statementNumber = 0;
  let documentNumber = 0;
  for await (const document of verifiedDocuments(dataset)) {
    documentNumber += 1;
    for (const statement of document.statements) {
      for (const stance of statement.stances) {
        const agreement = agreementOf(document, statement, stance);
        if (agreement === null) continue;
        statementNumber += 1;
        yield line(rowOf({ dataset, document, statement, stance, agreement, statementNumber, documentNumber }));
      }
    }
  }
}

/** 1 and 0 as DNA has them; null where the value is neither for nor against. */
function agreementOf(document: VerifiedDocument, statement: Statement, { value }: Stance): 0 | 1 | null {
  const held = document.codebookOf(statement).stance.values.find(({ key }) => key === value)?.score ?? 0;
  return held === 0 ? null : held > 0 ? 1 : 0;
}

interface EventRow {
  dataset: Dataset;
  document: VerifiedDocument;
  statement: Statement;
  stance: Stance;
  agreement: 0 | 1;
  statementNumber: number;
  documentNumber: number;
}

function rowOf({ dataset, document, statement, stance, agreement, statementNumber, documentNumber }: EventRow) {
  const { article, text } = document;
  const { speakers, targets } = dataset.registry;
  const [content] = spansInRole(statement.spans, "content");
  const speaker = statement.speakerId === null ? null : survivor(speakers, statement.speakerId);
  const body = speaker && organisationAt(speaker, article.published).organisationId;
  const organisation = body ? survivor(speakers, body) : null;
  const isPerson = speaker?.kind === "person";
  const { kind, annotator } = document.assignmentOf(statement);
  return [
    ...[statementNumber, article.published === null ? "" : `${article.published} 00:00:00`],
    isPerson ? speaker.name : "",
    isPerson ? (organisation?.name ?? "") : (speaker?.name ?? ""),
    ...[survivor(targets, stance.targetId)?.name ?? "", agreement],
    ...[text.toUtf16(content?.start ?? 0), text.toUtf16(content?.end ?? 0), content?.quote ?? ""],
    ...[annotator, documentNumber, article.title, article.author ?? "", article.outlet ?? "", "", ""],
    ...[kind, dnaEvents.offsetUnit, statement.id, article.id],
  ];
}

/** DNA itself puts a comma for `;` and an apostrophe for `"`, and keeps each event on a line. */
function line(cells: readonly (string | number)[]): string {
  const written = cells.map((cell) =>
    typeof cell === "number"
      ? String(cell)
      : `"${cell
          .replaceAll(";", ",")
          .replaceAll('"', "'")
          .replace(/[\r\n]+/g, " ")}"`,
  );
  return `${written.join(";")}\n`;
}
