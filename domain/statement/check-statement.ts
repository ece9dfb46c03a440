import type { Codebook } from "@/domain/codebook/codebook";
import type { Registry } from "@/domain/contract/registry";
import type { DocumentText } from "@/domain/text/document-text";
import { checkFields } from "./check-fields";
import { checkParent, type Family } from "./check-parent";
import { checkSpans } from "./check-spans";
import { checkSpeaker } from "./check-speaker";
import { checkStances } from "./check-stances";
import type { Problem, StatementContent } from "./statement";

export interface StatementCheck {
  text: DocumentText;
  codebook: Codebook;
  /** At least the speakers and targets the content names, and the outlet. */
  registry: Registry;
  content: StatementContent;
  /** The other statements around its parent. Absent: the parent is not checked. */
  family?: Family;
  /** Ids of the other statements of the assignment, or the one among them that it repeats. Absent: not checked. */
  siblings?: readonly string[];
  /** The stored version. What it already holds may stay, though it was retired or merged since. */
  previous?: StatementContent | null;
}

/**
 * Everything that is wrong with a statement, in the order of the form. `invalid` problems are refused at once;
 * `incomplete` ones may be saved and stop the submission. An empty list: the statement is finished.
 */
export function checkStatement(check: StatementCheck): Problem[] {
  return [
    ...checkSpans(check),
    ...checkSpeaker(check),
    ...checkStances(check),
    ...checkFields(check),
    ...(check.family
      ? checkParent({
          ...check,
          nesting: check.codebook.nesting,
          previous: check.previous ?? null,
          family: check.family,
        })
      : []),
    ...checkSameClaim(check),
  ];
}

/**
 * A reference to a statement that is not there is refused; one that was there and was deleted since stays until the
 * submission, so that deleting one statement never keeps another from being saved.
 */
function checkSameClaim({ content, siblings, previous }: StatementCheck): Problem[] {
  const problems: Problem[] = [];
  const { sameClaimAsId } = content;
  const isAbsent = (id: string | null) => id !== null && siblings !== undefined && !siblings.includes(id);
  if (isAbsent(sameClaimAsId)) {
    problems.push({
      severity: sameClaimAsId === previous?.sameClaimAsId ? "incomplete" : "invalid",
      code: "unknown_same_claim",
      path: "sameClaimAsId",
      message: "The statement this one repeats is not among your statements on this document: choose another or none.",
    });
  }
  return problems;
}
