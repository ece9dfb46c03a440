"use client";
import { useCallback } from "react";
import { useToast } from "./toast";

/** Says that something asked for could not be fetched: a sentence about what, without its full stop. */
export function useTrouble(): (words: string) => void {
  const { show } = useToast();
  return useCallback(
    (words) => {
      const description = "Are you offline? It is tried again when you next ask for it.";
      show({ tone: "danger", title: words, description, id: words });
    },
    [show],
  );
}
