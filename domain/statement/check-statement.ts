import type { Codebook } from "@/domain/codebook/codebook";
import type { Registry } from "@/domain/contract/registry";
import type { DocumentText } from "@/domain/text/document-text";
import { checkFields } from "./check-fields";
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
  /** Ids of the other statements of the assignment, or of those among them that the content refers to. Absent: not checked. */
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
    ...checkReferences(check),
  ];
}

/**
 * A reference to a statement that is not there is refused; one that was there and was deleted since stays until the
 * submission, so that deleting one statement never keeps another from being saved.
 */
function checkReferences({ codebook, content, siblings, previous }: StatementCheck): Problem[] {
  const problems: Problem[] = [];
  const { parentId, sameClaimAsId } = content;
  const isAbsent = (id: string | null) => id !== null && siblings !== undefined && !siblings.includes(id);
  if (parentId !== null && parentId !== previous?.parentId && codebook.nesting === "off") {
    problems.push({
      severity: "invalid",
      code: "nesting_off",
      path: "parentId",
      message: "This project does not nest statements: remove the parent, or mark the relayer in the chain.",
    });
  } else if (isAbsent(parentId)) {
    problems.push({
      severity: parentId === previous?.parentId ? "incomplete" : "invalid",
      code: "unknown_parent",
      path: "parentId",
      message: "The statement this one is nested in is not among your statements on this document: choose another.",
    });
  }
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
