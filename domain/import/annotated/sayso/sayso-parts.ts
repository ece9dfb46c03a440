import type * as z from "zod";
import type { AnnotatedDocument, AnnotatedPass, AnnotatedStatement, Place } from "../annotated-data";
import type { AssignmentRow, DocumentRow, EventRow, SpeakerRow, StatementRow, TargetRow } from "./dataset-rows";
import type { Row } from "./row-cursor";

// Rows of our own JSON as parts of annotated data.

export function toSpeaker(row: z.infer<typeof SpeakerRow>) {
  return {
    key: row.id,
    ...pick(
      row,
      "id",
      "name",
      "kind",
      "aliases",
      "sector",
      "function",
      "country",
      "notes",
      "fixed",
      "proposed",
      "retired",
    ),
    externalIds: row.external_ids,
    roleTitle: row.role_title,
    organisation: row.organisation_id,
    mergedInto: row.merged_into_id,
    affiliations: row.affiliations.map((one) => ({
      organisation: one.organisation_id,
      roleTitle: one.role_title,
      validFrom: one.valid_from,
      validTo: one.valid_to,
    })),
  };
}

export function toTarget(row: z.infer<typeof TargetRow>) {
  const { id, key, name, description, proposed, retired, aliases } = row;
  return {
    ...{ key: id, id, handle: key, name, description, proposed, retired, aliases },
    ...{ mergedInto: row.merged_into_id, broader: row.broader_id },
  };
}

export function toDocument(
  { line, value }: Row<z.infer<typeof DocumentRow>>,
  place: (line: number, at: string) => Place,
): Omit<AnnotatedDocument, "passes" | "rulings" | "comments" | "groups"> {
  return {
    place: place(line, `document ${value.id}`),
    key: value.id,
    ...pick(value, "id", "title", "outlet", "author", "published", "url", "language", "sha256"),
    // It was normalised when it was stored; a mark that it begins with belongs to it, and only the first one is taken off.
    text: value.text.startsWith("\uFEFF") ? `\uFEFF${value.text}` : value.text,
    replaces: value.replaces_id,
    createdAt: value.created_at,
  };
}

export function toPass(
  value: z.infer<typeof AssignmentRow>,
  statements: readonly Row<StatementRow>[],
  place: (line: number, at: string) => Place,
): AnnotatedPass {
  return {
    key: value.id,
    ...pick(value, "id", "kind", "annotator", "state", "revision"),
    submittedAt: value.submitted_at,
    unblindedAt: value.unblinded_at,
    suggestionsShownAt: value.suggestions_shown_at,
    statements: statements.map((row) => toStatement(row, place)),
  };
}

export function toStatement(
  { line, value }: Row<StatementRow>,
  place: (line: number, at: string) => Place,
): AnnotatedStatement {
  const self = value.origin?.suggestion_id === value.id ? value.origin : null;
  return {
    place: place(line, `statement ${value.id}`),
    key: value.id,
    ...pick(value, "id", "spans", "chain", "fields", "confidence", "note", "revision"),
    codebookVersion: value.codebook_version,
    speaker: value.speaker_id,
    stances: value.stances.map(({ target_id, value: chosen, basis }) => ({ target: target_id, value: chosen, basis })),
    unsureComment: value.unsure_comment || null,
    parent: value.parent_id,
    sameClaimAs: value.same_claim_as_id,
    derivedFrom: value.derived_from_id,
    score: self?.score ?? null,
    reason: self?.reason ?? null,
    createdAt: value.created_at,
    updatedAt: value.updated_at,
  };
}

export function toEvent(row: z.infer<typeof EventRow>, projectId: string) {
  return {
    projectId: row.project_id ?? projectId,
    ...pick(row, "sequence", "actor", "action", "before", "after", "relation", "at", "hash"),
    operationId: row.operation_id,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    assignmentId: row.assignment_id,
  };
}

export function pick<T extends object, K extends keyof T>(from: T, ...keys: K[]): Pick<T, K> {
  const picked = {} as Pick<T, K>;
  for (const key of keys) picked[key] = from[key];
  return picked;
}
