"use client";
import { useMemo } from "react";
import { usePreferences } from "@/components/preferences/preferences-provider";
import type { CommandEntry } from "@/components/ui/command";
import { type ResolvedKeys, resolveKeys } from "@/components/ui/resolve-keys";

/** The keys of a screen's commands as the user has set them. Pass the same table each time, or it is resolved anew. */
export function useResolvedKeys(commands: readonly CommandEntry[]): ResolvedKeys {
  const { keys, singleKeys } = usePreferences();
  return useMemo(() => resolveKeys(commands, keys, { singleKeys }), [commands, keys, singleKeys]);
}
