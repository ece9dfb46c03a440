import { type Entry, isSettled } from "./entry";

/** So many that are settled again stand among those changed lately before they go back to the others. */
const MOST_LATELY = 128;

/** The statements of a queue by id. A value: what changes it gives the next one, at the cost of what changed, not of all there is. */
export class Entries {
  /** All settled, and never changed in place: shared by many. */
  readonly #calm: ReadonlyMap<string, Entry>;
  /** Instead of and beside those: every one that is not settled, and some that are again. */
  readonly #lately: ReadonlyMap<string, Entry>;
  readonly size: number;

  private constructor(calm: ReadonlyMap<string, Entry>, lately: ReadonlyMap<string, Entry>, size: number) {
    this.#calm = calm;
    this.#lately = lately;
    this.size = size;
  }

  static of(entries: Iterable<Entry>): Entries {
    const [calm, lately] = [new Map<string, Entry>(), new Map<string, Entry>()];
    for (const entry of entries) (isSettled(entry) ? calm : lately).set(entry.id, entry);
    return new Entries(calm, lately, calm.size + lately.size);
  }

  get(id: string): Entry | undefined {
    return this.#lately.get(id) ?? this.#calm.get(id);
  }

  has(id: string): boolean {
    return this.#lately.has(id) || this.#calm.has(id);
  }

  *values(): Generator<Entry> {
    for (const entry of this.#calm.values()) yield this.#lately.get(entry.id) ?? entry;
    for (const entry of this.#lately.values()) if (!this.#calm.has(entry.id)) yield entry;
  }

  /** Those that are not as the server has them. */
  unsettled(): Entry[] {
    return [...this.#lately.values()].filter((entry) => !isSettled(entry));
  }

  /** With these, each instead of the one that has its id. */
  with(entries: readonly Entry[]): Entries {
    const lately = new Map(this.#lately);
    let { size } = this;
    for (const entry of entries) {
      if (!this.has(entry.id) && !lately.has(entry.id)) size++;
      lately.set(entry.id, entry);
    }
    const next = new Entries(this.#calm, lately, size);
    return lately.size > MOST_LATELY + next.unsettled().length ? Entries.of(next.values()) : next;
  }

  without(ids: ReadonlySet<string>): Entries {
    return Entries.of([...this.values()].filter(({ id }) => !ids.has(id)));
  }

  /** What is other than in an earlier one: entries that are new or replaced, and ids of those gone. */
  since(earlier: Entries): { changed: Entry[]; gone: string[] } {
    const isNear = this.#calm === earlier.#calm;
    const changed = [...(isNear ? this.#lately.values() : this.values())].filter(
      (entry) => earlier.get(entry.id) !== entry,
    );
    // Only taking away makes fewer, and that leaves nothing shared.
    const gone = isNear ? [] : [...earlier.values()].map(({ id }) => id).filter((id) => !this.has(id));
    return { changed, gone };
  }
}
