"use client";

import { useEffect } from "react";
import { findPanel } from "@/components/article/find-in-article";
import { commandSheet } from "@/components/commands/command-screen";
import { commandPalette } from "@/components/commands/use-palette";
import { readingPopover } from "@/components/preferences/reading-settings";
import { fullCombobox } from "@/components/ui/combobox";
import { whenIdle } from "@/components/ui/when-idle";
import { historyDialog } from "./history/lazy-history";
import { submitDialog } from "./lazy-submit";
import { speakerSearch } from "./speaker-search";

/** First what one needs first. */
const parts = [
  fullCombobox,
  speakerSearch,
  submitDialog,
  historyDialog,
  commandPalette,
  commandSheet,
  findPanel,
  readingPopover,
];
const BEGINS = ["keydown", "pointerdown"] as const;
/** On a screen that is never idle they come all the same. */
const AT_MOST_MS = 2_000;

/**
 * Fetches what the screen left out of its start once somebody begins to work, one part after the other in idle time. Who
 * only looks at an article never needs these parts, and who codes one must not be without lists when the network goes
 * away before they were first opened. A part that cannot be fetched now is fetched when it is used, which says so if it
 * fails again.
 */
export function useFetchAhead(): void {
  useEffect(() => {
    const left = [...parts];
    let cancel = () => {};
    let isGone = false;

    function fetchNext(): void {
      const part = left.shift();
      if (!part || isGone) return;
      const goOn = () => {
        if (!isGone) cancel = whenIdle(fetchNext, AT_MOST_MS);
      };
      part.load().then(goOn, goOn);
    }
    function forget(): void {
      for (const input of BEGINS) window.removeEventListener(input, begin, { capture: true });
    }
    function begin(): void {
      forget();
      cancel = whenIdle(fetchNext, AT_MOST_MS);
    }

    for (const input of BEGINS) window.addEventListener(input, begin, { capture: true });
    return () => {
      isGone = true;
      forget();
      cancel();
    };
  }, []);
}
