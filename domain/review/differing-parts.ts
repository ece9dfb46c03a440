import type { Codebook } from "@/domain/codebook/codebook";
import type { Cluster, Disagreement } from "./cluster";
import { listParts, partOfField } from "./gold-parts";

/** The parts of a statement in which the members of a cluster differ, in the order of the form. */
export function differingParts({ disagreements }: Pick<Cluster, "disagreements">, codebook: Codebook): string[] {
  const differing = new Set(disagreements.flatMap((one) => partOf(one, codebook) ?? []));
  return listParts(codebook).filter((part) => differing.has(part));
}

function partOf({ kind, subject }: Disagreement, codebook: Codebook): string | null {
  if (kind === "missing") return null;
  if (kind === "boundary") return subject;
  return kind === "field" ? partOfField(codebook, subject) : kind;
}
