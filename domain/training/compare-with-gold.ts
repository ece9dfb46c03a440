import type { Codebook } from "@/domain/codebook/codebook";
import { enabledFields } from "@/domain/codebook/find-field";
import { isShown } from "@/domain/codebook/is-shown";
import { differingParts } from "@/domain/review/differing-parts";
import { findClusters } from "@/domain/review/find-clusters";
import { partOfField } from "@/domain/review/gold-parts";
import { answerTo, isFilled } from "@/domain/statement/content";
import type { Statement, StatementContent } from "@/domain/statement/statement";

/** A statement of a training pass beside the gold statement of the same passage; where one is null, the other found nothing there. */
export interface GoldPair {
  own: Statement | null;
  gold: Statement | null;
  /** Of a pair of both: each answer that one of them gives, by part (`listParts`), and whether the other gives the same. */
  answers: { part: string; isSame: boolean }[];
  /** Of a pair of both: roles whose words lie elsewhere. They are told and not scored: a stray word is no error of coding. */
  boundaries: string[];
}

const OWN = "own";
const GOLD = "gold";

/** Pairs what somebody marked with what gold has, by passage as in a review, in reading order. */
export function compareWithGold(own: readonly Statement[], gold: readonly Statement[], codebook: Codebook): GoldPair[] {
  const readings = [
    { assignmentId: OWN, statements: own },
    { assignmentId: GOLD, statements: gold },
  ];
  return findClusters(readings, codebook).map((cluster): GoldPair => {
    const member = (of: string) => cluster.members.find(({ assignmentId }) => assignmentId === of)?.statementId;
    const one = own.find(({ id }) => id === member(OWN)) ?? null;
    const other = gold.find(({ id }) => id === member(GOLD)) ?? null;
    if (!one || !other) return { own: one, gold: other, answers: [], boundaries: [] };
    const differing = new Set(differingParts(cluster, codebook));
    const answers = trainedParts(codebook)
      .filter(({ isGiven }) => isGiven(one) || isGiven(other))
      .map(({ part }) => ({ part, isSame: !differing.has(part) }));
    const boundaries = codebook.roles.flatMap(({ key }) => (differing.has(key) ? key : []));
    return { own: one, gold: other, answers, boundaries };
  });
}

export interface TrainedPart {
  part: string;
  label: string;
  /** Whether a statement answers it. That somebody saw no position is an answer. */
  isGiven: (content: StatementContent) => boolean;
}

/** The answers that training is about, in the order of the form. Free text is no right or wrong. */
export function trainedParts(codebook: Codebook): TrainedPart[] {
  return [
    { part: "speaker", label: "Speaker", isGiven: ({ speakerId }) => speakerId !== null },
    { part: "stance", label: codebook.stance.label, isGiven: () => true },
    ...enabledFields(codebook)
      .filter(({ type }) => type !== "text")
      .map((field) => ({
        part: partOfField(codebook, field.key),
        label: field.label,
        isGiven: (content: StatementContent) => isShown(field, content) && isFilled(answerTo(content, field.key)),
      })),
  ];
}
