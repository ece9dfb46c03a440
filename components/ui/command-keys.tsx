"use client";
import { createContext, useCallback, useContext } from "react";
import type { ResolvedKeys } from "./resolve-keys";

const Context = createContext<ResolvedKeys>(new Map());

/** The keys of a screen's commands, for the hints inside it. */
export const CommandKeysProvider = Context.Provider;

/** Finds the first chord that runs a command now, for a hint, a tooltip or `aria-keyshortcuts`; undefined: none does. */
export function useKeyOf(): (commandId: string) => string | undefined {
  const keys = useContext(Context);
  return useCallback((commandId: string) => keys.get(commandId)?.[0], [keys]);
}
