import type { CommandEntry } from "@/components/ui/command";
import { type Bindings, wantedKeys } from "@/components/ui/resolve-keys";
import type { CommandTable } from "./command-tables";

type Keys = Record<string, string[]>;

/** A command that has a key already, and the screen on which both are. */
export type Holder = { command: CommandEntry; screen: string };

/** Each other command that has the key on a screen, and in a scope, where `command` would get it. */
export function findHolders(
  tables: readonly CommandTable[],
  bindings: Bindings,
  command: CommandEntry,
  chord: string,
): Holder[] {
  const holders = new Map<string, Holder>();
  for (const { screen, entries } of tables) {
    if (!entries.some((entry) => entry.id === command.id)) continue;
    for (const entry of entries) {
      const isRival = entry.id !== command.id && entry.scope === command.scope;
      if (isRival && !holders.has(entry.id) && wantedKeys(entry, bindings).includes(chord)) {
        holders.set(entry.id, { command: entry, screen });
      }
    }
  }
  return [...holders.values()];
}

/** Gives a command one more key. */
export function addKey(keys: Keys, command: CommandEntry, chord: string): Keys {
  const held = wantedKeys(command, keys);
  return held.includes(chord) ? keys : { ...keys, [command.id]: [...held, chord] };
}

export function removeKey(keys: Keys, command: CommandEntry, chord: string): Keys {
  return { ...keys, [command.id]: wantedKeys(command, keys).filter((held) => held !== chord) };
}

/** Takes a key from those who have it and gives it to a command. */
export function takeKey(keys: Keys, command: CommandEntry, chord: string, holders: readonly Holder[]): Keys {
  const freed = holders.reduce((held, holder) => removeKey(held, holder.command, chord), keys);
  return addKey(freed, command, chord);
}

/** Gives a command back the keys that everybody has. */
export function resetKeys(keys: Keys, command: CommandEntry): Keys {
  const { [command.id]: _, ...others } = keys;
  return others;
}
