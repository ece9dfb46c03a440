/** What a command did: said in lines to people, or as one JSON value to programs. */
export interface Answer {
  /** For `--json`. */
  value: unknown;
  lines: string[];
  /** False: what was asked for is not so, such as data that is not whole; the exit code is then 1. */
  isGood?: boolean;
}

export interface Command {
  /** How it is called, without `sayso`. */
  usage: string;
  summary: string;
  /** What more can be said to it, a line each, for its own `--help`. */
  options?: readonly string[];
  /**
   * Fetches what does it: none waits for what another needs. `words` are the arguments after the command's name,
   * without `--json`. Throws
   * `UsageError` for wrong ones, `StartError` for what cannot be done.
   */
  load: () => Promise<(words: string[], how: { isJson: boolean }) => Promise<Answer>>;
}

/** The command was called wrongly: exit code 2. */
export class UsageError extends Error {
  override name = "UsageError";
}

/** "1 document", "2 documents". */
export const count = (number: number, word: string) => `${number} ${word}${number === 1 ? "" : "s"}`;
