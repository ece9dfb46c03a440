/** Random numbers that can be had again: a test prints the seed, and SAYSO_SEED repeats the run. */
export class SeededRandom {
  #state: number;

  constructor(readonly seed: number) {
    this.#state = seed;
  }

  /** From 0 up to 1, exclusive (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from 0 up to `end`, exclusive. */
  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(choices: readonly T[]): T {
    const picked = choices[this.below(choices.length)];
    if (picked === undefined) throw new RangeError("nothing to pick from");
    return picked;
  }
}

/** Prints what repeats the run. */
export function seededRandom(name: string): SeededRandom {
  const seed = Number(process.env.SAYSO_SEED ?? Math.floor(Math.random() * 2 ** 31));
  console.info(`${name}: SAYSO_SEED=${seed} repeats this run`);
  return new SeededRandom(seed);
}

/** How many trials a run makes: `quick` on every run, SAYSO_TRIALS at night. */
export function trials(quick: number): number {
  return Number(process.env.SAYSO_TRIALS ?? quick);
}
