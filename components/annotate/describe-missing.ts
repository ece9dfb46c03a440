import type { Codebook } from "@/domain/codebook/codebook";
import { findField } from "@/domain/codebook/find-field";
import type { Problem } from "@/domain/statement/statement";

/** The questions that problems are about, by name, each once: "Speaker", "Sourcing". */
export function describeMissing(problems: readonly Problem[], codebook: Codebook): string[] {
  return [...new Set(problems.map(({ path }) => nameOf(path, codebook)))];
}

function nameOf(path: string, codebook: Codebook): string {
  const [part = "", key = ""] = path.split(".");
  switch (part) {
    case "fields":
      return findField(codebook, key)?.label ?? key;
    case "stances":
      return codebook.stance.label;
    case "speakerId":
      return "Speaker";
    case "chain":
      return "Chain";
    case "spans":
      return "Words";
    case "parentId":
      return "Inside";
    case "sameClaimAsId":
      return "Same claim";
    default:
      return part;
  }
}
