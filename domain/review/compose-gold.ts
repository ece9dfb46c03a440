import type { Codebook } from "@/domain/codebook/codebook";
import type { Decision, Provenance } from "@/domain/contract/review";
import type { StatementContent } from "@/domain/statement/statement";
import { listParts, readPart, takePart } from "./gold-parts";

/** A statement of the cluster. */
export interface GoldMember {
  id: string;
  content: StatementContent;
}

export interface GoldChoices {
  /** The member to start from. */
  baseId: string;
  /** Part -> the member to take it from; see `listParts`. Parts not named come from the base. */
  parts?: Readonly<Record<string, string>>;
  /** What the reviewer made of the composed content by hand. */
  edited?: StatementContent;
}

export interface ComposedGold {
  content: StatementContent;
  /** Every part -> id of the member that has it so, or "edited". */
  provenance: Provenance;
  decision: Extract<Decision, "accepted" | "mixed" | "edited">;
}

/**
 * The gold statement that a reviewer's choices add up to. The decision follows from the result: `accepted` when one
 * member has every part so, `mixed` when each part is some member's, `edited` when any is nobody's. Links to other
 * statements are left out: those of a reading do not belong in the gold. Throws RangeError for a member that is not given.
 */
export function composeGold(members: readonly GoldMember[], choices: GoldChoices, codebook: Codebook): ComposedGold {
  const chosen = { ...choices.parts };
  const base = find(members, choices.baseId);
  let content: StatementContent = { ...base.content, parentId: null, sameClaimAsId: null };
  for (const [part, memberId] of Object.entries(chosen)) {
    content = takePart(content, find(members, memberId).content, part, codebook);
  }
  if (choices.edited) content = { ...choices.edited, parentId: null, sameClaimAsId: null };

  const provenance: Provenance = {};
  for (const part of listParts(codebook)) {
    // The base first: taking from another what the base says too is not mixing.
    const candidates = [base, find(members, chosen[part] ?? base.id), ...members];
    const wanted = readPart(content, part, codebook);
    provenance[part] = candidates.find((member) => readPart(member.content, part, codebook) === wanted)?.id ?? "edited";
  }
  return { content, provenance, decision: decide(provenance) };
}

function decide(provenance: Provenance): ComposedGold["decision"] {
  const origins = new Set(Object.values(provenance));
  if (origins.has("edited")) return "edited";
  return origins.size === 1 ? "accepted" : "mixed";
}

function find(members: readonly GoldMember[], id: string): GoldMember {
  const member = members.find((one) => one.id === id);
  if (!member) throw new RangeError(`statement ${id} is not among the ${members.length} members of the cluster`);
  return member;
}
