/** Cells of the bar. */
const WIDTH = 30;
/** A screen is drawn anew this often at most, milliseconds. */
const DRAWN_EVERY = 100;

/**
 * How far a command is, told on the error output so that what it makes can go to the standard output: a bar that moves on a
 * terminal, elsewhere a line for each tenth.
 */
export class Progress {
  private drawnAt = 0;
  private tenth = 0;

  constructor(
    private readonly what: string,
    private readonly out: Pick<NodeJS.WriteStream, "isTTY" | "write"> = process.stderr,
  ) {}

  /** `total` may be an estimate: the bar is never full before `end`. */
  at(done: number, total: number): void {
    const share = total > 0 ? Math.min(0.99, done / total) : 0;
    if (this.out.isTTY) {
      const now = Date.now();
      if (now - this.drawnAt < DRAWN_EVERY) return;
      this.drawnAt = now;
      this.out.write(`\r${this.what} ${bar(share)}`);
    } else if (Math.floor(share * 10) > this.tenth) {
      this.tenth = Math.floor(share * 10);
      this.out.write(`${this.what} ${this.tenth * 10} %\n`);
    }
  }

  /** Takes the bar away. */
  end(): void {
    if (this.out.isTTY && this.drawnAt > 0) this.out.write("\r\u001b[2K");
  }
}

function bar(share: number): string {
  const full = Math.round(share * WIDTH);
  return `${"█".repeat(full)}${"░".repeat(WIDTH - full)} ${String(Math.floor(share * 100)).padStart(3)} %`;
}
