import type { Dataset, DatasetColumns } from "./dataset";

interface Keys {
  /** Keys that statements use. */
  fields: ReadonlySet<string>;
  roles: ReadonlySet<string>;
}

/**
 * The fields and roles to make columns of: those that are on in any version or that a statement uses, in the order of the
 * newest version that has them. Of the fields exactly those that were asked for, unless that is null.
 */
export function chooseColumns(
  { codebooks }: Pick<Dataset, "codebooks">,
  used: Keys,
  asked: readonly string[] | null,
): DatasetColumns {
  const newestFirst = codebooks.toReversed().map(({ content }) => content);
  const fields = newestFirst.flatMap((content) => content.fields);
  const roles = newestFirst.flatMap((content) => content.roles);
  const wanted = (entries: readonly { key: string; enabled: boolean }[], uses: ReadonlySet<string>) =>
    [...new Set(entries.map(({ key }) => key))].filter(
      (key) => uses.has(key) || entries.some((entry) => entry.key === key && entry.enabled),
    );
  return {
    fields: wanted(fields, new Set(asked ?? used.fields)).filter((key) => asked === null || asked.includes(key)),
    roles: wanted(roles, used.roles).map((key) => ({
      key,
      several: roles.some((role) => role.key === key && role.max !== 1),
    })),
  };
}

/** Keys that are on in no version: whether they make columns depends on whether a statement uses them. */
export function keysThatAreOff({ codebooks }: Pick<Dataset, "codebooks">): { fields: string[]; roles: string[] } {
  const off = (entries: readonly { key: string; enabled: boolean }[]) =>
    [...new Set(entries.map(({ key }) => key))].filter(
      (key) => !entries.some((entry) => entry.key === key && entry.enabled),
    );
  return {
    fields: off(codebooks.flatMap(({ content }) => content.fields)),
    roles: off(codebooks.flatMap(({ content }) => content.roles)),
  };
}
