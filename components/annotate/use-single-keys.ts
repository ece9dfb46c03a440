"use client";

import { useSyncExternalStore } from "react";

const KEY = "sayso.single-keys";
const CHANGED = "sayso:single-keys";

function subscribe(listener: () => void): () => void {
  window.addEventListener("storage", listener);
  window.addEventListener(CHANGED, listener);
  return () => {
    window.removeEventListener("storage", listener);
    window.removeEventListener(CHANGED, listener);
  };
}

/** Whether shortcuts of one key alone are on in this browser. People who dictate, or whose hands slip, turn them off. */
export function useSingleKeys(): [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(
    subscribe,
    () => localStorage.getItem(KEY) !== "off",
    () => true,
  );
  function set(next: boolean): void {
    localStorage.setItem(KEY, next ? "on" : "off");
    window.dispatchEvent(new Event(CHANGED));
  }
  return [on, set];
}
