import { unsureCommentOf } from "@/domain/statement/content";
import type { Stance, Statement } from "@/domain/statement/statement";
import type { Span } from "@/domain/text/span";
import { context } from "../context";
import type { Origin } from "../dataset";
import { keysSorted } from "../keys-sorted";
import type { VerifiedDocument } from "../verify-document";
import { columnKinds, noneIfEmpty } from "./column-kinds";
import type { CellColumn } from "./table";
import { perDocument } from "./table-plan";

const one = columnKinds<{ statement: Statement; origin: Origin | undefined }>();

export const statementsTable = perDocument(
  {
    name: "statements",
    description: "The statements; their spans, chain, stances and answers are tables of their own",
    primaryKey: ["id"],
    references: [
      { columns: ["assignment_id"], table: "assignments" },
      { columns: ["speaker_id"], table: "speakers" },
      ...["parent_id", "same_claim_as_id", "derived_from_id"].map((column) => ({
        columns: [column],
        table: "statements",
      })),
    ],
    columns: [
      one.someText("id", "Id of the statement", ({ statement }) => statement.id),
      one.someText("assignment_id", "Id of the assignment it belongs to", ({ statement }) => statement.assignmentId),
      one.text("speaker_id", "Id of the speaker, the last of the chain", ({ statement }) => statement.speakerId),
      one.someText("confidence", "The annotator's own: sure or unsure", ({ statement }) => statement.confidence),
      one.text("unsure_comment", "Why it is unsure", ({ statement }) => noneIfEmpty(unsureCommentOf(statement))),
      one.text("note", "The annotator's note", ({ statement }) => noneIfEmpty(statement.note)),
      one.text("parent_id", "Id of the statement it is nested in", ({ statement }) => statement.parentId),
      one.text("same_claim_as_id", "Id of one with the same claim", ({ statement }) => statement.sameClaimAsId),
      one.text("derived_from_id", "Id of the suggestion it is made from", ({ statement }) => statement.derivedFromId),
      one.text("origin_agent", "Program that suggested it", ({ origin }) => origin?.agent ?? null),
      one.text("origin_version", "Version of that program", ({ origin }) => origin?.version ?? null),
      one.number("origin_score", "How sure that program was, 0 to 1", ({ origin }) => origin?.score ?? null),
      one.flag("origin_changed", "Something suggested is no longer so", ({ origin }) => origin?.changed ?? null),
      one.someWhole("codebook_version", "What it was coded under", ({ statement }) => statement.codebookVersion),
      one.someWhole("revision", "How many times it was written", ({ statement }) => statement.revision),
      one.someTime("created_at", "When it was made", ({ statement }) => statement.createdAt),
      one.someTime("updated_at", "When it was last changed", ({ statement }) => statement.updatedAt),
    ],
  },
  ({ statements, origins }) => statements.map((statement) => ({ statement, origin: origins.get(statement.id) })),
);

interface Part<T> {
  statementId: string;
  position: number;
  held: T;
}

function* partsOf<T>(
  { statements }: VerifiedDocument,
  listOf: (statement: Statement) => readonly T[],
): Generator<Part<T>> {
  for (const statement of statements) {
    for (const [position, held] of listOf(statement).entries()) yield { statementId: statement.id, position, held };
  }
}

/** What tables of parts have in common: a row per part, in the statement's order. */
function partPlan<T>(name: string, description: string, columns: CellColumn<Part<T>>[]) {
  const part = columnKinds<Part<T>>();
  return {
    ...{ name, description, primaryKey: ["statement_id", "position"] },
    references: [{ columns: ["statement_id"], table: "statements" }],
    columns: [
      part.someText("statement_id", "Id of the statement", ({ statementId }) => statementId),
      part.someWhole("position", "Place in its list, from 0", ({ position }) => position),
      ...columns,
    ],
  };
}

interface PlacedSpan extends Span {
  prefix: string;
  suffix: string;
}
const span = columnKinds<Part<PlacedSpan>>();

export const spansTable = perDocument(
  partPlan("spans", "What is marked: code points from 0, end exclusive, so that text[start:end] == quote", [
    span.someText("role", "content, cue, source, …", ({ held }) => held.role),
    span.someWhole("start", "First code point", ({ held }) => held.start),
    span.someWhole("end", "Code point after the last", ({ held }) => held.end),
    span.someText("quote", "The text it covers", ({ held }) => held.quote),
    span.text("prefix", "The text before", ({ held }) => noneIfEmpty(held.prefix)),
    span.text("suffix", "The text after", ({ held }) => noneIfEmpty(held.suffix)),
  ]),
  (document) => partsOf(document, ({ spans }) => spans.map((held) => ({ ...held, ...context(document.text, held) }))),
);

const link = columnKinds<Part<string>>();

export const chainTable = perDocument(
  partPlan("chain", "The speakers from the outlet to the origin", [
    link.someText("speaker_id", "Id of the speaker", ({ held }) => held),
  ]),
  (document) => partsOf(document, ({ chain }) => chain),
);

const stance = columnKinds<Part<Stance>>();

export const stancesTable = perDocument(
  partPlan("stances", "Where the speaker stands", [
    stance.someText("target_id", "Id of the target", ({ held }) => held.targetId),
    stance.text("value", "Where the speaker stands toward it", ({ held }) => held.value),
    stance.text("basis", "Whether that is said or inferred", ({ held }) => held.basis),
  ]),
  (document) => partsOf(document, ({ stances }) => stances),
);

const answer = columnKinds<Part<{ field: string; value: string }>>();

export const answersTable = perDocument(
  partPlan("answers", "Answers to the fields of the codebook; a field with several values has a row for each", [
    answer.someText("field", "Key of the field", ({ held }) => held.field),
    answer.someText("value", "The answer as text; flags are TRUE or FALSE", ({ held }) => held.value),
  ]),
  (document) =>
    partsOf(document, (statement) =>
      Object.entries(keysSorted(document.answersOf(statement))).flatMap(([field, value]) =>
        (Array.isArray(value) ? value : [value]).map((single) => ({
          field,
          value: typeof single === "boolean" ? (single ? "TRUE" : "FALSE") : String(single),
        })),
      ),
    ),
);
