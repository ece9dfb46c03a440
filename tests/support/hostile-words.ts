import fc from "fast-check";
import { hostileText } from "./hostile-text";
import type { SeededRandom } from "./seeded-random";

/** Texts, names, moments and ids of a generated dataset, hostile wherever somebody could type them. */
export class HostileWords {
  readonly #texts: string[];
  readonly #time = Date.UTC(2024, 0, 1);

  constructor(readonly random: SeededRandom) {
    const seed = random.below(2 ** 31);
    const texts = fc.sample(hostileText, { numRuns: 40, seed });
    this.#texts = texts.map((text) => text.replaceAll("\0", "")).filter((text) => text.trim() !== "");
    this.#texts.push("x");
  }

  some<T>(all: readonly T[], probability: number): T[] {
    return all.filter(() => this.random.chance(probability));
  }

  text = () => this.random.pick(this.#texts);
  /** A title or name: the longest that a person could type in. */
  line = () => Array.from(this.text().trim()).slice(0, 200).join("").trim() || "x";
  moment = () => new Date(this.#time + this.random.below(2 ** 30) * 1000).toISOString();
  hex = (digits: number) => Array.from({ length: digits }, () => this.random.below(16).toString(16)).join("");
  id = () => `${this.hex(8)}-${this.hex(4)}-7${this.hex(3)}-8${this.hex(3)}-${this.hex(12)}`;
  pseudonym = () =>
    `ann_${Array.from({ length: 10 }, () => this.random.pick([..."abcdefghijklmnopqrstuvwxyz234567"])).join("")}`;
}
