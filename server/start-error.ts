/** Why the server cannot start: one sentence for the person who starts it, saying what to do. */
export class StartError extends Error {
  override name = "StartError";
}
