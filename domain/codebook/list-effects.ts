import type { Codebook, Field, FieldValue } from "./codebook";
import { findField, findValue } from "./find-field";
import { allLists, codedLists } from "./value-lists";

/** A change of the codebook that may concern statements coded before it. */
export type Effect =
  /** A value is no longer on offer, `into` names the one that stands for it. */
  | { id: string; kind: "value_retired"; list: string; value: string; into: string | null; words: string }
  /** A value, or a whole question or role, is not there any more: refused while anything uses it. */
  | { id: string; kind: "value_removed"; list: string; value: string; words: string }
  | { id: string; kind: "field_removed"; field: string; words: string }
  | { id: string; kind: "role_removed"; role: string; words: string }
  /** Answers that were given do not fit the question's new type. */
  | { id: string; kind: "type_changed"; field: string; words: string }
  /** A question has to be answered that could stay open. */
  | { id: string; kind: "answer_required"; field: string; words: string }
  /** More, or fewer, fragments of a role have to be marked. */
  | { id: string; kind: "fragments_changed"; role: string; words: string };

/** What `after` changes against `before` that statements may be concerned by, in the order of the codebook. */
export function listEffects(before: Codebook, after: Codebook): Effect[] {
  return [...roleEffects(before, after), ...fieldEffects(before, after), ...valueEffects(before, after)];
}

/** Whether an effect can be had at all while statements use what it takes away. */
export function isRefusedInUse({ kind }: Effect): boolean {
  return kind === "value_removed" || kind === "field_removed" || kind === "role_removed";
}

function roleEffects(before: Codebook, after: Codebook): Effect[] {
  return before.roles.flatMap((was): Effect[] => {
    const is = after.roles.find(({ key }) => key === was.key);
    if (!is) {
      const words = `The role “${was.label}” is removed.`;
      return [{ id: `roles.${was.key}`, kind: "role_removed", role: was.key, words }];
    }
    const least = is.enabled ? is.min : 0;
    const isMore = least > (was.enabled ? was.min : 0);
    const isFewer = is.max !== null && (was.max === null || is.max < was.max);
    if (!isMore && !isFewer) return [];
    const words = `“${is.label}” now has ${sayAmount(is)}.`;
    return [{ id: `roles.${is.key}`, kind: "fragments_changed", role: is.key, words }];
  });
}

function sayAmount({ min, max }: { min: number; max: number | null }): string {
  if (max === null) return `at least ${min} ${min === 1 ? "fragment" : "fragments"}`;
  return min === max ? `exactly ${min}` : `${min} to ${max} fragments`;
}

function fieldEffects(before: Codebook, after: Codebook): Effect[] {
  const gone = before.fields.filter(({ key }) => !findField(after, key));
  return [
    ...gone.map(({ key, label }): Effect => {
      const words = `The question “${label}” is removed.`;
      return { id: `fields.${key}`, kind: "field_removed", field: key, words };
    }),
    ...after.fields.flatMap((is): Effect[] => {
      const was = findField(before, is.key);
      const effects: Effect[] = [];
      if (was && was.type !== is.type) {
        const words = `“${is.label}” was ${TYPES[was.type]} and is now ${TYPES[is.type]}.`;
        effects.push({ id: `fields.${is.key}.type`, kind: "type_changed", field: is.key, words });
      }
      if (asks(is) && !(was && asks(was) && sameCondition(was, is))) {
        const words = was ? `“${is.label}” now has to be answered.` : `“${is.label}” is new and has to be answered.`;
        effects.push({ id: `fields.${is.key}.required`, kind: "answer_required", field: is.key, words });
      }
      return effects;
    }),
  ];
}

/** What types are called in a sentence. */
const TYPES: Record<Field["type"], string> = {
  single: "a choice of one value",
  multiple: "a choice of several values",
  flag: "yes or no",
  text: "text",
  number: "a number",
};

const asks = ({ enabled, required }: Field) => enabled && required;
const sameCondition = (a: Field, b: Field) =>
  JSON.stringify(a.shownWhen ?? null) === JSON.stringify(b.shownWhen ?? null);

function valueEffects(before: Codebook, after: Codebook): Effect[] {
  const lists = new Map(allLists(after).map((list) => [list.path, list]));
  const coded = new Set(codedLists(after).map(({ path }) => path));
  return allLists(before).flatMap(({ path, values }) => {
    const list = lists.get(path);
    if (!list) return [];
    const effects = values.flatMap((was) => valueEffect(path, list.label, was, list.values));
    // What speakers are described with may be retired: nothing has to be coded anew.
    return coded.has(path) ? effects : effects.filter(isRefusedInUse);
  });
}

function valueEffect(list: string, label: string, was: FieldValue, values: readonly FieldValue[]): Effect[] {
  const is = findValue(values, was.key);
  const id = `${list}.${was.key}`;
  if (!is) {
    const words = `The value “${was.label}” of ${label} is removed.`;
    return [{ id, kind: "value_removed", list, value: was.key, words }];
  }
  const into = (is.retired && is.mergedInto) || null;
  const isNew = is.retired && (!was.retired || (was.mergedInto ?? null) !== into);
  if (!isNew) return [];
  const name = into === null ? null : (findValue(values, into)?.label ?? into);
  const words = `The value “${is.label}” of ${label} is ${name === null ? "retired" : `merged into “${name}”`}.`;
  return [{ id, kind: "value_retired", list, value: is.key, into, words }];
}
