import { jsonOf } from "./column-values";

/** Texts that are kept; then they are forgotten, so that memory does not grow with what all differ. */
const MOST = 5000;

/** Reads JSON columns that are the same in many rows, each text once. What it gives is shared and not to be changed. */
export class KnownJson<T> {
  readonly #known = new Map<string, T>();

  /** `check` throws where the JSON is not what it should be; `id` names the row. */
  constructor(private readonly check: (value: unknown, id: string) => T) {}

  read(stored: unknown, id: string): T {
    if (typeof stored !== "string") return this.check(jsonOf(stored), id);
    const known = this.#known.get(stored);
    if (known !== undefined) return known;
    const value = this.check(jsonOf(stored), id);
    if (this.#known.size >= MOST) this.#known.clear();
    this.#known.set(stored, value);
    return value;
  }
}
