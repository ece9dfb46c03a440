import * as z from "zod";
import type { Codebook } from "@/domain/codebook/codebook";
import { roleOrder } from "@/domain/codebook/find-field";
import type { Cluster } from "./cluster";
import { type ComposedGold, composeGold, type GoldMember } from "./compose-gold";
import { differingParts } from "./differing-parts";
import { readPart } from "./gold-parts";

/** A rule by which clusters are settled without a person looking at each. */
export const Strategy = z.enum(["unanimous", "majority", "annotator", "model"]);
export type Strategy = z.infer<typeof Strategy>;

export interface ProposalInput extends Pick<Cluster, "disagreements"> {
  /** One for each finished reading of the document; null: it has no statement here. */
  found: readonly { assignmentId: string; statement: GoldMember | null }[];
  strategy: Strategy;
  /** For `annotator`: whose reading is taken; null where they have read nothing of the document. */
  takenFrom?: string | null;
  /** For `model`: part -> the member that it takes the part from, see `modelParts`. */
  modelled?: Readonly<Record<string, string>>;
}

export type Proposal =
  | { decision: "no_statement"; gold: null }
  | { decision: ComposedGold["decision"]; gold: ComposedGold /** Parts that a model decided. */; modelled: string[] };

/**
 * What a strategy makes of a cluster; null: it leaves the cluster open. `unanimous`: every reading has the statement and
 * none differs in what is compared. `majority`: more than half of the readings have it (or have not), and of each part one
 * answer is given more often than every other; ties stay open. `annotator`: as that reading has it. `model`: by majority
 * whether there is a statement and of spans other than the content; each other part as a model of the annotators has it.
 */
export function propose(input: ProposalInput, codebook: Codebook): Proposal | null {
  const { found, strategy, takenFrom, disagreements } = input;
  const members = found.flatMap(({ statement }) => statement ?? []);
  if (strategy === "annotator") {
    const own = found.find(({ assignmentId }) => assignmentId === takenFrom);
    if (!own) return null;
    return own.statement ? accept(members, { baseId: own.statement.id }, codebook) : NO_STATEMENT;
  }
  // One reading agrees with nobody.
  if (found.length < 2) return null;
  if (strategy === "unanimous") {
    const [first] = members;
    return first && disagreements.length === 0 ? accept(members, { baseId: first.id }, codebook) : null;
  }
  if (members.length * 2 === found.length) return null;
  return members.length * 2 < found.length ? NO_STATEMENT : byMajority(input, members, codebook);
}

const NO_STATEMENT: Proposal = { decision: "no_statement", gold: null };

function byMajority(cluster: ProposalInput, members: readonly GoldMember[], codebook: Codebook): Proposal | null {
  const { strategy, modelled = {} } = cluster;
  const roles = roleOrder(codebook);
  const parts: Record<string, string> = {};
  const sureOf: string[] = [];
  for (const part of differingParts(cluster, codebook)) {
    const sure = strategy === "model" && Object.hasOwn(modelled, part) ? modelled[part] : undefined;
    if (sure !== undefined) {
      parts[part] = sure;
      sureOf.push(part);
      continue;
    }
    if (strategy === "model" && !roles.includes(part)) return null;
    const [leading, next] = [...countAnswers(members, part, codebook).values()].sort((a, b) => b.length - a.length);
    if (!leading?.[0] || leading.length === next?.length) return null;
    parts[part] = leading[0].id;
  }
  const [first] = members;
  if (!first) return null;
  // What is not compared (notes, doubts) comes from the member that most of it comes from.
  const share = (id: string) => Object.values(parts).filter((one) => one === id).length;
  const base = members.reduce((best, member) => (share(member.id) > share(best.id) ? member : best), first);
  return accept(members, { baseId: base.id, parts }, codebook, sureOf);
}

function accept(
  members: readonly GoldMember[],
  choices: { baseId: string; parts?: Record<string, string> },
  codebook: Codebook,
  modelled: string[] = [],
): Proposal {
  const gold = composeGold(members, choices, codebook);
  return { decision: gold.decision, gold, modelled };
}

/** Which members give each answer, in the order of the members. */
function countAnswers(members: readonly GoldMember[], part: string, codebook: Codebook): Map<string, GoldMember[]> {
  const answers = new Map<string, GoldMember[]>();
  for (const member of members) {
    const answer = readPart(member.content, part, codebook);
    answers.set(answer, [...(answers.get(answer) ?? []), member]);
  }
  return answers;
}
