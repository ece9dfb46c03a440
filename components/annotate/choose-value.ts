import type { Codebook, Field, FieldValue } from "@/domain/codebook/codebook";
import { findValue, offeredValues } from "@/domain/codebook/find-field";
import { shownFields } from "@/domain/codebook/is-shown";
import { answerTo } from "@/domain/statement/content";
import type { Stance, StatementContent } from "@/domain/statement/statement";
import { editStance, withAnswer } from "./statement-edits";

/** What was chosen: the content with it, and what it is in words. Choosing the same value again takes it back. */
export type Chosen = { content: StatementContent; words: string };

export function chooseFieldValue(content: StatementContent, field: Field, value: FieldValue): Chosen {
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

/** The value at a place, from 1, of the question that has the focus; null: the focus is in none, or it has fewer. */
export function valueAtPlace(
  codebook: Codebook,
  content: StatementContent,
  focused: string | null,
  place: number,
): Chosen | null {
  const field = shownFields(codebook, content).find(({ key }) => focused === `fields.${key}`);
  if (field?.type !== "single" && field?.type !== "multiple") return null;
  const value = offeredValues(field.values)[place - 1];
  return value ? chooseFieldValue(content, field, value) : null;
}

/** Whether the key of a stance's value is about one that is there: it has the focus, or is not finished yet. */
export function meansStance({ stances }: StatementContent, focused: string | null): boolean {
  return /^stances\.\d/.test(focused ?? "") || stances.some(({ value, basis }) => value === null || basis === null);
}

/**
 * Chooses a value or a basis in the stance with the focus, else in the first that has none, else in the first that is not
 * finished, else in the last.
 */
export function chooseStance(
  codebook: Codebook,
  content: StatementContent,
  chosen: { value?: string; basis?: string },
  focused: string | null,
): Chosen | null {
  const { stances } = content;
  const part = chosen.value === undefined ? "basis" : "value";
  const key = chosen[part] ?? "";
  const place = /^stances\.(\d+)/.exec(focused ?? "")?.[1];
  const isOpen = ({ value, basis }: Stance) => value === null || basis === null;
  const unfinished = stances.find((stance) => stance[part] === null) ?? stances.find(isOpen);
  const stance = (place === undefined ? undefined : stances[Number(place)]) ?? unfinished ?? stances.at(-1);
  const value = findValue(part === "value" ? codebook.stance.values : codebook.stance.bases, key);
  if (!stance || !value) return null;
  return {
    content: editStance(content, stance.targetId, { [part]: stance[part] === key ? null : key }),
    words: value.label,
  };
}
