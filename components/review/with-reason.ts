/** A reason of the project's list, after what is given already. */
export function withReason(given: string, reason: string): string {
  if (given.trim() === "") return reason;
  return given.split("; ").includes(reason) ? given : `${given}; ${reason}`;
}
