"use client";
import { useMemo } from "react";
import { usePreferences } from "@/components/preferences/preferences-provider";
import type { CommandEntry } from "@/components/ui/command";
import { findConflicts, type KeyConflict, type ResolvedKeys, resolveKeys } from "@/components/ui/resolve-keys";

/** The keys of a screen's commands as the user has set them, and those asked for twice. Pass the same table each time, or it is resolved anew. */
export function useResolvedKeys(commands: readonly CommandEntry[]): {
  keys: ResolvedKeys;
  conflicts: KeyConflict[];
} {
  const { keys, singleKeys } = usePreferences();
  return useMemo(
    () => ({ keys: resolveKeys(commands, keys, { singleKeys }), conflicts: findConflicts(commands, keys) }),
    [commands, keys, singleKeys],
  );
}
