import { isDeepStrictEqual } from "node:util";
import type { SeededRandom } from "./seeded-random";

/** One write as a client sends it; the body has the operation id. */
export interface Write {
  name: string;
  params: Record<string, string>;
  body: { operationId: string };
}

/**
 * Sends each write one to five times: some copies at the same moment, the rest at any later one, as lost answers, closed
 * tabs and slow networks have it. Every copy must be answered as the first was.
 */
export class RepeatedSends {
  readonly #answers = new Map<string, { write: Write; answer: unknown }>();
  #late: Write[] = [];
  #sent = 0;

  constructor(
    private readonly random: SeededRandom,
    private readonly send: (write: Write) => Promise<unknown>,
  ) {}

  /** How many writes there were, and how many copies of them were answered. */
  get counts(): { writes: number; sent: number } {
    return { writes: this.#answers.size, sent: this.#sent };
  }

  async perform(write: Write): Promise<unknown> {
    const copies = 1 + this.random.below(5);
    const atOnce = 1 + this.random.below(copies);
    for (let copy = atOnce; copy < copies; copy += 1) this.#late.push(write);
    const answers = await Promise.all(Array.from({ length: atOnce }, () => this.send(write)));
    for (const answer of answers) this.#hold(write, answer);
    if (this.random.chance(0.7)) await this.#sendLate();
    return answers[0];
  }

  /** The copies that are still under way arrive too. */
  async finish(): Promise<void> {
    while (this.#late.length > 0) await this.#sendLate();
  }

  async #sendLate(): Promise<void> {
    const [write] = this.#late.splice(this.random.below(Math.max(1, this.#late.length)), 1);
    // Those of a write that is on its way for the first time come later.
    if (!write) return;
    if (this.#answers.has(write.body.operationId)) this.#hold(write, await this.send(write));
    else this.#late.push(write);
  }

  #hold(write: Write, answer: unknown): void {
    this.#sent += 1;
    const first = this.#answers.get(write.body.operationId);
    this.#answers.set(write.body.operationId, first ?? { write, answer });
    if (!first || isDeepStrictEqual(first.answer, answer)) return;
    throw new Error(
      `${write.name} ${write.body.operationId} was answered otherwise the second time:\n` +
        `${JSON.stringify(first.answer)}\n${JSON.stringify(answer)}`,
    );
  }
}
