"use client";
import { useEffect, useLayoutEffect, useMemo, useRef } from "react";
import type { BoundCommand } from "./bind-commands";
import { chordOf, isTypingTarget, latinChordOf } from "./chord";
import type { ResolvedKeys } from "./resolve-keys";

interface Keyboard {
  commands: readonly BoundCommand[];
  keys: ResolvedKeys;
  /** Whether the focus is in a scope that commands name. */
  isIn?: (scope: string) => boolean;
  /** Says why a command cannot run now. */
  announce?: (words: string) => void;
}

/** Runs commands by their keys on the whole page; silent while typing, in dialogs and in open menus or lists. */
export function useCommands(keyboard: Keyboard): void {
  const { commands, keys } = keyboard;
  const byChord = useMemo(() => groupByChord(commands, keys), [commands, keys]);
  const latest = useRef({ ...keyboard, byChord });
  // With the change to the screen, not after it: a key typed at what is seen must act on what is seen.
  useLayoutEffect(() => {
    latest.current = { ...keyboard, byChord };
  });
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      // Composing text in an input method sends keys that are not meant as commands.
      if (event.defaultPrevented || event.isComposing) return;
      const { target } = event;
      if (target instanceof Element && target.closest(SILENT)) return;
      const typing = isTypingTarget(target);
      const { byChord: known } = latest.current;
      const latin = latinChordOf(event);
      // What the key types comes first: whoever has such a keyboard can choose keys by their own letters.
      for (const command of known.get(chordOf(event)) ?? (latin ? known.get(latin) : null) ?? []) {
        if (typing && !command.whileTyping) continue;
        if (tryCommand(command, latest.current, event)) {
          event.preventDefault();
          return;
        }
      }
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}

/** What has keys of its own. */
const SILENT = "[role=dialog],[role=alertdialog],[role=menu],[role=listbox]";

/** Answers whether the key was for this command. */
function tryCommand(command: BoundCommand, { isIn, announce }: Keyboard, event: KeyboardEvent): boolean {
  if (!command.run || (command.scope !== undefined && !isIn?.(command.scope))) return false;
  const possible = command.when?.(undefined) ?? true;
  if (possible === true) return command.run(undefined, event) !== false;
  if (possible === false) return false;
  announce?.(possible);
  return true;
}

/** Those with a scope first: where it holds they come before those of the whole screen. */
function groupByChord(commands: readonly BoundCommand[], keys: ResolvedKeys): Map<string, BoundCommand[]> {
  const found = new Map<string, BoundCommand[]>();
  const scoped = commands.filter((command) => command.scope !== undefined);
  const others = commands.filter((command) => command.scope === undefined);
  for (const command of [...scoped, ...others]) {
    for (const chord of keys.get(command.id) ?? []) found.set(chord, [...(found.get(chord) ?? []), command]);
  }
  return found;
}
