import type { Dataset } from "./dataset";

/** What brat calls a role, field or value: letters, digits, `_` and `-`, beginning with a capital. */
export function bratName(key: string): string {
  const name = key === "content" ? "statement" : key.replace(/[^A-Za-z0-9_-]+/g, "_");
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** `annotation.conf`: the entities, relations and attributes that a dataset's statements may have. */
export function bratConfiguration({ codebooks, registry }: Dataset): string {
  const contents = codebooks.map(({ content }) => content);
  const roles = [...new Set(contents.flatMap(({ roles }) => roles.map(({ key }) => key)))];
  const others = roles.filter((role) => role !== "content");
  const relations = [
    ...others.map((role) => `${bratName(role)}Of\tArg1:${bratName(role)}, Arg2:Statement`),
    ...["PartOf", "SameClaimAs"].map((name) => `${name}\tArg1:Statement, Arg2:Statement`),
  ];
  const valued = (name: string, values: readonly string[]) =>
    `${bratName(name)}\tArg:Statement, Value:${values.join("|")}`;
  const binary = (name: string) => `${bratName(name)}\tArg:Statement`;
  const attributes = new Map<string, string>();
  for (const { fields, stance } of contents) {
    for (const { key, type, values } of fields) {
      if (type === "multiple")
        for (const value of values) attributes.set(`${key}_${value.key}`, binary(`${key}_${value.key}`));
      else if (type === "flag") attributes.set(key, binary(key));
      else if (type === "single")
        attributes.set(
          key,
          valued(
            key,
            values.map((value) => value.key),
          ),
        );
    }
    for (const target of registry.targets) {
      const stanceName = `stance_${target.key}`;
      const basisName = `basis_${target.key}`;
      attributes.set(
        stanceName,
        valued(
          stanceName,
          stance.values.map(({ key }) => key),
        ),
      );
      attributes.set(
        basisName,
        valued(
          basisName,
          stance.bases.map(({ key }) => key),
        ),
      );
    }
  }
  attributes.set("unsure", binary("unsure"));
  return [
    ...["[entities]", ...roles.map(bratName), ""],
    ...["[relations]", ...relations, ""],
    ...["[events]", ""],
    ...["[attributes]", ...attributes.values(), ""],
  ].join("\n");
}
