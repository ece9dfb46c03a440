"use client";
import { useMemo, useState } from "react";
import { useEditPreferences } from "@/components/preferences/preferences-provider";
import type { CommandEntry } from "@/components/ui/command";
import { findConflicts } from "@/components/ui/resolve-keys";
import { useSayChord } from "@/components/ui/use-is-apple";
import type { CommandTable } from "./command-tables";
import { addKey, findHolders, type Holder, removeKey, resetKeys, takeKey } from "./edit-keys";

/** What the rows of the page of keys read, and all they can do. */
export type KeysWork = ReturnType<typeof useKeysWork>;

export function useKeysWork(tables: readonly CommandTable[]) {
  const { preferences, failure, change, retry } = useEditPreferences();
  const [announcement, announce] = useState("");
  const { keys, singleKeys } = preferences;
  const sayChord = useSayChord();
  const losses = useMemo(() => listLosses(tables, keys, sayChord), [tables, keys, sayChord]);
  const changeKeys = (revise: (held: typeof keys) => typeof keys) =>
    change((held) => ({ ...held, keys: revise(held.keys) }));
  return {
    keys,
    singleKeys,
    failure,
    retry,
    announcement,
    /** Which of its keys run something else, in sentences. */
    lost: ({ id }: CommandEntry): string[] => losses.get(id) ?? [],
    findHolders: (command: CommandEntry, chord: string) => findHolders(tables, keys, command, chord),
    add(command: CommandEntry, chord: string) {
      changeKeys((held) => addKey(held, command, chord));
      announce(`${sayChord(chord)} runs “${command.title}” now`);
    },
    take(command: CommandEntry, chord: string, holders: readonly Holder[]) {
      changeKeys((held) => takeKey(held, command, chord, holders));
      announce(`${sayChord(chord)} runs “${command.title}” now, and nothing else`);
    },
    remove(command: CommandEntry, chord: string) {
      changeKeys((held) => removeKey(held, command, chord));
      announce(`${sayChord(chord)} does not run “${command.title}” any more`);
    },
    reset(command: CommandEntry) {
      changeKeys((held) => resetKeys(held, command));
      announce(`“${command.title}” has its usual keys again`);
    },
    resetAll() {
      changeKeys(() => ({}));
      announce("Every command has its usual keys again");
    },
    setSingleKeys(on: boolean) {
      change((held) => ({ ...held, singleKeys: on }));
    },
  };
}

function listLosses(
  tables: readonly CommandTable[],
  keys: Record<string, string[]>,
  sayChord: (chord: string) => string,
): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { screen, entries } of tables) {
    for (const { chord, kept, lost } of findConflicts(entries, keys)) {
      const words = `${sayChord(chord)} runs “${kept.title}” instead (${screen}).`;
      const said = found.get(lost.id) ?? [];
      if (!said.includes(words)) found.set(lost.id, [...said, words]);
    }
  }
  return found;
}
