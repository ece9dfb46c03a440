interface Named {
  id: string;
  name: string;
  mergedIntoId: string | null;
}

type Found = { id: string | null } | { problem: string };

/** Entries as rows name them: by id, by name, or by both, which then have to agree. */
export class EntryNames {
  readonly #names = new Map<string, Set<string>>();
  readonly #byName = new Map<string, string[]>();

  /**
   * @param after what the registry will hold
   * @param before what it holds: an entry whose name the file changes may still be called by its old one beside its id
   * @param renamed id in the file → id in the registry
   */
  constructor(
    after: readonly Named[],
    before: readonly Named[],
    private readonly renamed: ReadonlyMap<string, string>,
  ) {
    for (const { id, name, mergedIntoId } of after) {
      this.#names.set(id, new Set([name.trim()]));
      if (mergedIntoId === null) this.#byName.set(name.trim(), [...(this.#byName.get(name.trim()) ?? []), id]);
    }
    for (const { id, name } of before) this.#names.get(id)?.add(name.trim());
  }

  /** What an entry is called afterwards. */
  nameOf(id: string): string | undefined {
    const [name] = this.#names.get(id) ?? [];
    return name;
  }

  /** The entry that is meant; null: none is named. `columns` are those of the id and of the name, for the sentence. */
  find({ id: given, name }: { id: string; name: string }, columns: { id: string; name: string }): Found {
    if (given !== "") {
      const id = this.renamed.get(given) ?? given;
      const names = this.#names.get(id);
      if (!names) return { problem: `${columns.id}: “${given}” is neither in the registry nor in the file.` };
      if (name !== "" && !names.has(name)) {
        const [own] = names;
        return {
          problem: `${columns.name} says “${name}”, but ${columns.id} is that of “${own}”: mend one of them, or leave one empty.`,
        };
      }
      return { id };
    }
    if (name === "") return { id: null };
    const [found, ...others] = this.#byName.get(name) ?? [];
    if (!found) return { problem: `${columns.name}: “${name}” is neither in the registry nor in the file.` };
    if (others.length > 0) {
      return { problem: `${columns.name}: ${others.length + 1} are called “${name}”: give ${columns.id} instead.` };
    }
    return { id: found };
  }
}
