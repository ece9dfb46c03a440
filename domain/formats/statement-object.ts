import { unsureCommentOf } from "@/domain/statement/content";
import type { Statement } from "@/domain/statement/statement";
import { keysSorted } from "./keys-sorted";

/** A statement as JSON formats write it: snake_case keys, always in this order. */
export function statementObject(statement: Statement, origin: object | null) {
  return {
    id: statement.id,
    assignment_id: statement.assignmentId,
    codebook_version: statement.codebookVersion,
    spans: statement.spans.map(({ role, start, end, quote }) => ({ role, start, end, quote })),
    speaker_id: statement.speakerId,
    chain: statement.chain,
    stances: statement.stances.map(({ targetId, value, basis }) => ({ target_id: targetId, value, basis })),
    fields: keysSorted(statement.fields),
    confidence: statement.confidence,
    unsure_comment: unsureCommentOf(statement),
    note: statement.note,
    parent_id: statement.parentId,
    same_claim_as_id: statement.sameClaimAsId,
    derived_from_id: statement.derivedFromId,
    origin,
    revision: statement.revision,
    created_at: statement.createdAt,
    updated_at: statement.updatedAt,
  };
}
