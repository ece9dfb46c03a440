const encoder = new TextEncoder();
/** Bytes of UTF-8 that a UTF-16 unit takes at most. */
const MOST_PER_UNIT = 3;

/** Lines as UTF-8, encoded one by one: a text put together of a thousand lines takes three times as long to encode as they do. */
export class LineBytes {
  #bytes = new Uint8Array(64 * 1024);
  #length = 0;

  add(line: string): void {
    const most = this.#length + line.length * MOST_PER_UNIT;
    if (most > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(most, this.#bytes.length * 2));
      larger.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = larger;
    }
    this.#length += encoder.encodeInto(line, this.#bytes.subarray(this.#length)).written;
  }

  /** What was added since the last call, in memory of its own; empty where nothing was. */
  take(): Uint8Array {
    const taken = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    return taken;
  }
}
