"use client";
import { useSyncExternalStore } from "react";

/** A part of a screen whose script is fetched when it is first asked for. */
export interface LazyPart<Part> {
  /** Null until it was fetched. */
  current: () => Part | null;
  /** The same fetch while one is under way. Rejects when the server cannot be reached; the next call tries again. */
  load: () => Promise<Part>;
  /** Calls back once it was fetched; returns what ends that. */
  subscribe: (onLoaded: () => void) => () => void;
}

/** Make it once, outside of components: `lazyPart(async () => (await import("./chart")).Chart)`. */
export function lazyPart<Part>(fetchPart: () => Promise<Part>): LazyPart<Part> {
  let part: Part | null = null;
  let loading: Promise<Part> | null = null;
  const listeners = new Set<() => void>();

  async function load(): Promise<Part> {
    try {
      const loaded = await fetchPart();
      part = loaded;
      for (const listener of [...listeners]) listener();
      return loaded;
    } finally {
      // Kept, a failure would answer also when the server is there again.
      loading = null;
    }
  }

  return {
    current: () => part,
    load: () => {
      loading ??= load();
      return loading;
    },
    subscribe(onLoaded) {
      listeners.add(onLoaded);
      return () => listeners.delete(onLoaded);
    },
  };
}

/** The part once something has loaded it, null until then. Asks for nothing itself. */
export function useLazyPart<Part>(part: LazyPart<Part>): Part | null {
  return useSyncExternalStore(part.subscribe, part.current, () => null);
}
