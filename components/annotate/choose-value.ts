import type { Codebook, Field } from "@/domain/codebook/codebook";
import { offeredValues } from "@/domain/codebook/find-field";
import { shownFields } from "@/domain/codebook/is-shown";
import { answerTo } from "@/domain/statement/content";
import type { StatementContent } from "@/domain/statement/statement";
import { editStance, withAnswer } from "./statement-edits";

/** What a key chose: the content with it, and what it was in words. */
export type Chosen = { content: StatementContent; words: string };

/**
 * What pressing a value's key means for a statement. The question that has the focus comes first, by its values' own keys
 * or else by their place; then the stance that is meant, its value or its basis; then a field whose values have keys that
 * work from everywhere because the field has none of its own. The same key takes the same value back. Null: nothing.
 */
export function chooseByKey(
  codebook: Codebook,
  content: StatementContent,
  key: string,
  focused: string | null,
): Chosen | null {
  const fields = shownFields(codebook, content);
  const here = fields.find((field) => focused === `fields.${field.key}`);
  if (here) {
    const chosen = chooseInField(content, here, key, true);
    if (chosen) return chosen;
  }
  const stance = chooseInStance(codebook, content, key, focused);
  if (stance) return stance;
  for (const field of fields) {
    const chosen = field.shortcut ? null : chooseInField(content, field, key, false);
    if (chosen) return chosen;
  }
  return null;
}

function chooseInField(content: StatementContent, field: Field, key: string, byPlace: boolean): Chosen | null {
  if (field.type !== "single" && field.type !== "multiple") return null;
  const values = offeredValues(field.values);
  const value = values.find((one) => one.shortcut === key) ?? (byPlace ? values[Number(key) - 1] : undefined);
  if (!value) return null;
  const words = `${field.label}: ${value.label}`;
  const answer = answerTo(content, field.key);
  if (field.type === "single") {
    const taken = answer === value.key;
    return {
      content: withAnswer(content, field.key, taken ? undefined : value.key),
      words: taken ? `${field.label}: none` : words,
    };
  }
  const held = Array.isArray(answer) ? answer : [];
  const next = held.includes(value.key) ? held.filter((one) => one !== value.key) : [...held, value.key];
  return { content: withAnswer(content, field.key, next.length > 0 ? next : undefined), words };
}

/** The stance with the focus, else the first that is not finished, else the last. */
function chooseInStance(
  codebook: Codebook,
  content: StatementContent,
  key: string,
  focused: string | null,
): Chosen | null {
  const { stances } = content;
  const value = offeredValues(codebook.stance.values).find((one) => one.shortcut === key);
  const basis = offeredValues(codebook.stance.bases).find((one) => one.shortcut === key);
  const place = /^stances\.(\d+)/.exec(focused ?? "")?.[1];
  const unfinished = stances.find((stance) => (value ? stance.value === null : stance.basis === null));
  const stance = (place === undefined ? undefined : stances[Number(place)]) ?? unfinished ?? stances.at(-1);
  const chosen = value ?? basis;
  if (!stance || !chosen) return null;
  const change = value
    ? { value: stance.value === value.key ? null : value.key }
    : { basis: stance.basis === chosen.key ? null : chosen.key };
  return { content: editStance(content, stance.targetId, change), words: chosen.label };
}
