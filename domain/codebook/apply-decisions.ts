import { answerTo, isFilled } from "@/domain/statement/content";
import type { FieldAnswers, StatementContent } from "@/domain/statement/statement";
import { spansInRole } from "@/domain/text/spans";
import type { Codebook, Field } from "./codebook";
import { findField, findRole } from "./find-field";
import { isShown } from "./is-shown";
import type { Effect } from "./list-effects";

/**
 * What is to become of the statements that an effect concerns. `map`: the program gives them the value `to`, or the answer in
 * the question's new type; `keep`: they stay as they are; `ask`: their annotators look at them again.
 */
export type Decision = { action: "map"; to?: string } | { action: "keep" } | { action: "ask" };

/** Whether an effect of `after` concerns a statement coded so. */
export function concerns(effect: Effect, after: Codebook, content: StatementContent): boolean {
  switch (effect.kind) {
    case "value_retired":
    case "value_removed":
      return valuesIn(content, effect.list).includes(effect.value);
    case "field_removed":
      return isFilled(answerTo(content, effect.field));
    case "role_removed":
      return spansInRole(content.spans, effect.role).length > 0;
    case "type_changed": {
      const field = findField(after, effect.field);
      const answer = answerTo(content, effect.field);
      return field !== null && isFilled(answer) && !fits(field, answer);
    }
    case "answer_required": {
      const field = findField(after, effect.field);
      return field !== null && isShown(field, content) && !isFilled(answerTo(content, effect.field));
    }
    case "fragments_changed": {
      const role = findRole(after, effect.role);
      const count = spansInRole(content.spans, effect.role).length;
      return role?.enabled === true && (count < role.min || (role.max !== null && count > role.max));
    }
  }
}

/** Keys chosen from a list of values, see `codedLists`. */
export function valuesIn({ fields, stances }: StatementContent, list: string): string[] {
  if (list === "stance.values") return stances.flatMap(({ value }) => value ?? []);
  if (list === "stance.bases") return stances.flatMap(({ basis }) => basis ?? []);
  if (!list.startsWith("fields.")) return [];
  const answer = answerTo({ fields }, list.slice("fields.".length));
  return [answer ?? []].flat().filter((one) => typeof one === "string");
}

/** The content as a mapping leaves it; null: this one cannot be mapped and somebody has to look at it. */
export function mapContent(
  effect: Effect,
  decision: Decision,
  after: Codebook,
  content: StatementContent,
): StatementContent | null {
  if (effect.kind === "type_changed") {
    const field = findField(after, effect.field);
    const answer = answerTo(content, effect.field);
    const converted = field && answer !== undefined ? convertAnswer(field, answer) : undefined;
    return converted === undefined ? null : { ...content, fields: { ...content.fields, [effect.field]: converted } };
  }
  if (effect.kind !== "value_retired" || decision.action !== "map" || decision.to === undefined) return null;
  const { list, value } = effect;
  const { to } = decision;
  const swap = (one: string | null) => (one === value ? to : one);
  if (list === "stance.values" || list === "stance.bases") {
    const part = list === "stance.values" ? "value" : "basis";
    return { ...content, stances: content.stances.map((stance) => ({ ...stance, [part]: swap(stance[part]) })) };
  }
  const key = list.slice("fields.".length);
  const answer = answerTo(content, key);
  const mapped = Array.isArray(answer) ? [...new Set(answer.map((one) => swap(one) ?? one))] : to;
  return { ...content, fields: { ...content.fields, [key]: mapped } };
}

/** Whether effects of a kind can be answered by the program. */
export function isMappable({ kind }: Effect): boolean {
  return kind === "value_retired" || kind === "type_changed";
}

/** An answer in the type of a field, if it says the same there; undefined: it cannot. */
export function convertAnswer(field: Field, answer: FieldAnswers[string]): FieldAnswers[string] | undefined {
  const isKnown = (key: unknown): key is string => field.values.some((value) => value.key === key && !value.retired);
  switch (field.type) {
    case "multiple":
      return isKnown(answer) ? [answer] : undefined;
    case "single":
      return Array.isArray(answer) && answer.length === 1 && isKnown(answer[0]) ? answer[0] : undefined;
    case "text":
      return typeof answer === "number" ? String(answer) : undefined;
    case "number": {
      const value = typeof answer === "string" && /^-?\d+(\.\d+)?$/.test(answer.trim()) ? Number(answer) : Number.NaN;
      return Number.isFinite(value) ? value : undefined;
    }
    case "flag":
      return undefined;
  }
}

function fits(field: Field, answer: FieldAnswers[string]): boolean {
  switch (field.type) {
    case "single":
      return typeof answer === "string" && field.values.some(({ key }) => key === answer);
    case "multiple":
      return Array.isArray(answer) && answer.every((one) => field.values.some(({ key }) => key === one));
    case "text":
      return typeof answer === "string";
    case "number":
      return typeof answer === "number";
    case "flag":
      return typeof answer === "boolean";
  }
}
