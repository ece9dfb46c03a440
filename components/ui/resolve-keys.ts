import { isSingleKey } from "./chord";
import type { CommandEntry } from "./command";

/** A user's own keys by command id; an empty list: none at all. */
export type Bindings = Readonly<Record<string, readonly string[]>>;

/** The chords that run each command now, by its id. */
export type ResolvedKeys = ReadonlyMap<string, readonly string[]>;

/** One chord that two commands ask for in the same place. */
export type KeyConflict = { chord: string; kept: CommandEntry; lost: CommandEntry };

/** The keys a command asks for: the user's own, or else those of the table. */
export function wantedKeys(command: CommandEntry, bindings: Bindings): readonly string[] {
  return (!command.fixed && bindings[command.id]) || command.keys;
}

/**
 * Who has which key. Where two commands ask for one, it belongs to a command whose keys are fixed, then to one the user
 * chose it for, then to the earlier in the table. `singleKeys` off leaves out characters without Ctrl, ⌘ or Alt.
 */
export function resolveKeys(
  commands: readonly CommandEntry[],
  bindings: Bindings,
  { singleKeys = true }: { singleKeys?: boolean } = {},
): ResolvedKeys {
  const owners = assignKeys(commands, bindings);
  return new Map(
    commands.map((command) => [
      command.id,
      wantedKeys(command, bindings).filter(
        (chord) => owners.get(place(command, chord)) === command && (singleKeys || !isSingleKey(chord)),
      ),
    ]),
  );
}

/** Each key that a command asks for and does not get, in the order of the table. */
export function findConflicts(commands: readonly CommandEntry[], bindings: Bindings): KeyConflict[] {
  const owners = assignKeys(commands, bindings);
  return commands.flatMap((lost) =>
    wantedKeys(lost, bindings).flatMap((chord) => {
      const kept = owners.get(place(lost, chord));
      return kept && kept !== lost ? [{ chord, kept, lost }] : [];
    }),
  );
}

function assignKeys(commands: readonly CommandEntry[], bindings: Bindings): ReadonlyMap<string, CommandEntry> {
  const owners = new Map<string, CommandEntry>();
  const rank = (command: CommandEntry) => (command.fixed ? 2 : bindings[command.id] ? 1 : 0);
  for (const command of commands) {
    for (const chord of wantedKeys(command, bindings)) {
      const owner = owners.get(place(command, chord));
      if (!owner || rank(command) > rank(owner)) owners.set(place(command, chord), command);
    }
  }
  return owners;
}

const place = ({ scope = "" }: CommandEntry, chord: string) => `${scope}\n${chord}`;
