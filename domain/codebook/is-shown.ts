import { answerTo, isFilled } from "@/domain/statement/content";
import type { FieldAnswers, StatementContent } from "@/domain/statement/statement";
import type { Codebook, Field, FieldCondition } from "./codebook";
import { enabledFields } from "./find-field";

/** Number of steps from the outlet to the origin: 0 is the outlet's own voice. Null while there is no speaker. */
export function depthOf(content: Pick<StatementContent, "chain">): number | null {
  return content.chain.length === 0 ? null : content.chain.length - 1;
}

/** Whether a statement coded this far is asked the question: the field is on and its condition holds. */
export function isShown(field: Field, content: Pick<StatementContent, "chain" | "fields">): boolean {
  return field.enabled && (!field.shownWhen || holds(field.shownWhen, content));
}

/** The questions a statement coded this far is asked, in order. */
export function shownFields(codebook: Codebook, content: Pick<StatementContent, "chain" | "fields">): Field[] {
  return enabledFields(codebook).filter((field) => isShown(field, content));
}

/** While there is nothing to compare yet (no speaker, field not filled in) a condition does not hold. */
function holds(condition: FieldCondition, content: Pick<StatementContent, "chain" | "fields">): boolean {
  const { subject } = condition;
  return conditionHolds(condition, subject === "depth" ? (depthOf(content) ?? undefined) : answerTo(content, subject));
}

/** Whether a condition holds of its subject's answer; never while that is absent or empty. */
export function conditionHolds({ is, value }: FieldCondition, answer: FieldAnswers[string] | undefined): boolean {
  if (!isFilled(answer)) return false;
  switch (is) {
    case "set":
      return answer !== false;
    case "at_least":
      return typeof answer === "number" && typeof value === "number" && answer >= value;
    case "at_most":
      return typeof answer === "number" && typeof value === "number" && answer <= value;
    case "one_of": {
      const allowed = Array.isArray(value) ? value : [];
      return [answer].flat().some((one) => allowed.includes(String(one)));
    }
  }
}
