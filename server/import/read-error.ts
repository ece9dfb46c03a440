/** A file that cannot be read, in a sentence for who brought it. */
export class ReadError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "ReadError";
  }
}
