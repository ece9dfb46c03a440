"use client";
import { useCallback, useSyncExternalStore } from "react";
import { isApple } from "./is-apple";
import { sayChord } from "./print-chord";

const never = () => () => {};

/** `isApple` for what is drawn: the server cannot know it. */
export function useIsApple(): boolean {
  return useSyncExternalStore(never, isApple, () => false);
}

/** `sayChord` for the reader's keyboard. */
export function useSayChord(): (chord: string) => string {
  const apple = useIsApple();
  return useCallback((chord: string) => sayChord(chord, apple), [apple]);
}
