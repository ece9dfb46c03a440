import type { Codebook } from "@/domain/codebook/codebook";
import type { Decision } from "@/domain/contract/review";
import type { ReviewCluster } from "./review-cluster";
import { readingLetter } from "./review-cluster";

const words: Record<Decision, string> = {
  accepted: "Gold: one reading as it is",
  mixed: "Gold: parts of several readings",
  edited: "Gold: edited by hand",
  no_statement: "No statement here",
  both_defensible: "Both defensible, no gold",
};

export function sayDecision(decision: Decision): string {
  return words[decision];
}

/** Why a cluster needs a ruling, in a few words each: "only A", "boundary", "speaker", a field's label. */
export function sayDisagreements({ disagreements, found }: ReviewCluster, codebook: Codebook): string[] {
  const said = disagreements.map(({ kind, subject }) => {
    if (kind === "missing") {
      const letters = found.flatMap((statement, index) => (statement ? readingLetter(index) : []));
      return `only ${letters.join(", ")}`;
    }
    if (kind === "boundary") {
      const role = codebook.roles.find((one) => one.key === subject)?.label.toLowerCase();
      return subject === "content" || !role ? "boundary" : `${role} boundary`;
    }
    if (kind === "field") return codebook.fields.find((field) => field.key === subject)?.label.toLowerCase() ?? subject;
    if (kind === "speaker" && subject === "chain") return "chain";
    return kind;
  });
  return [...new Set(said)];
}
