import type { Codebook, Field } from "@/domain/codebook/codebook";
import { foldLabel } from "./fold-label";

interface Named {
  key: string;
  label: string;
}

/**
 * What labels of other tools mean in a project: the role, field or value whose key they are, or else whose label they
 * are, without regard to case and to signs between words. Nothing else: a label that two share means neither.
 */
export class CodebookNames {
  readonly #roles: ReadonlyMap<string, string>;
  readonly #fields: ReadonlyMap<string, Field>;
  readonly #values = new Map<readonly Named[], ReadonlyMap<string, string>>();
  readonly codebook: Codebook;

  constructor(codebook: Codebook) {
    this.codebook = codebook;
    this.#roles = keysByName(codebook.roles);
    const fields = new Map(codebook.fields.map((field) => [field.key, field]));
    this.#fields = new Map(
      [...keysByName(codebook.fields)].flatMap(([name, key]) => {
        const field = fields.get(key);
        return field ? [[name, field]] : [];
      }),
    );
  }

  /** Key of a role; our own exports call the content of a statement `Statement`. */
  role(label: string): string | null {
    const name = foldLabel(label);
    return this.#roles.get(name) ?? (name === "statement" ? "content" : null);
  }

  field(label: string): Field | null {
    return this.#fields.get(foldLabel(label)) ?? null;
  }

  /** Key of one of the values of a field, of the stance scale or of its bases. */
  value(values: readonly Named[], label: string): string | null {
    let names = this.#values.get(values);
    if (!names) {
      names = keysByName(values);
      this.#values.set(values, names);
    }
    return names.get(foldLabel(label)) ?? null;
  }
}

function keysByName(all: readonly Named[]): Map<string, string> {
  const byLabel = new Map<string, string | null>();
  for (const { key, label } of all) byLabel.set(foldLabel(label), byLabel.has(foldLabel(label)) ? null : key);
  const found = new Map<string, string>();
  for (const [name, key] of byLabel) if (key !== null && name !== "") found.set(name, key);
  // A key is more than a label: it is what our own exports write.
  for (const { key } of all) found.set(foldLabel(key), key);
  return found;
}
