import type { Codebook, FieldValue } from "./codebook";
import { type CodebookProblem, error } from "./codebook-problem";

type Taken = { path: string; key: string; owner: string };

/**
 * Keys of the keyboard that would do two things. Those of roles, fields, stance and of values whose field has no key of its
 * own act wherever a statement is open; the others only once the focus is in their field.
 */
export function checkShortcuts(codebook: Codebook, reserved: readonly string[]): CodebookProblem[] {
  const { roles, fields, stance } = codebook;
  const offered = (values: readonly FieldValue[], path: string, owner: string): Taken[] =>
    values.flatMap((value, index) =>
      value.retired ? [] : keyOf(value, `${path}.${index}`, `${owner}: ${value.label}`),
    );
  const everywhere = [
    ...roles.flatMap((role, index) => (role.enabled ? keyOf(role, `roles.${index}`, role.label) : [])),
    ...offered(stance.values, "stance.values", stance.label),
    ...offered(stance.bases, "stance.bases", stance.label),
    ...fields.flatMap((field, index) => (field.enabled ? keyOf(field, `fields.${index}`, field.label) : [])),
    ...fields.flatMap((field, index) =>
      field.enabled && !field.shortcut ? offered(field.values, `fields.${index}.values`, field.label) : [],
    ),
  ];
  return [
    ...findClashes(everywhere, reserved),
    ...fields.flatMap((field, index) =>
      field.enabled && field.shortcut
        ? findClashes(offered(field.values, `fields.${index}.values`, field.label), [])
        : [],
    ),
  ];
}

function keyOf({ shortcut }: { shortcut?: string }, path: string, owner: string): Taken[] {
  return shortcut ? [{ path: `${path}.shortcut`, key: shortcut, owner }] : [];
}

function findClashes(taken: readonly Taken[], reserved: readonly string[]): CodebookProblem[] {
  return taken.flatMap(({ path, key }, index) => {
    if (Array.from(key).length !== 1 || key.length !== 1 || key.trim() === "") {
      return [error(path, `“${key}” is not one key: type a single letter, digit or sign.`)];
    }
    const other = taken.slice(0, index).find((one) => one.key === key);
    if (other) return [error(path, `The key “${key}” chooses “${other.owner}” already: take another.`)];
    if (reserved.includes(key)) return [error(path, `The key “${key}” belongs to the Annotate screen: take another.`)];
    return [];
  });
}
