import { type EntryState, STATES, stateOf } from "./registry-columns";

type Entry = Parameters<typeof stateOf>[0] & { name: string };

/**
 * The state a row gives its entry, as flags that are only there where they hold; an empty cell leaves it as it is. A table
 * takes proposals and retires, but proposes nothing that is in use.
 */
export function readState(
  cell: string,
  before: Entry | null,
): { state: { proposed?: true; retired?: true } } | { problem: string } {
  const was = before && stateOf(before);
  const state = cell === "" ? (was ?? "in_use") : STATES.find((one) => one === cell);
  if (!state) return { problem: `state: “${cell}” is none of in_use, proposed and retired.` };
  if (was === "fixed" && state !== "fixed")
    return { problem: `state: “${before?.name}” is always there and stays fixed.` };
  if (was !== "fixed" && state === "fixed")
    return { problem: "state: only the outlet and the unknown speaker are fixed." };
  if (before && was !== "proposed" && state === "proposed") {
    return { problem: `state: “${before.name}” is in use or was refused already and is not proposed again.` };
  }
  return { state: flagsOf(state) };
}

const flagsOf = (state: EntryState): { proposed?: true; retired?: true } => ({
  ...(state === "proposed" && { proposed: true }),
  ...(state === "retired" && { retired: true }),
});
