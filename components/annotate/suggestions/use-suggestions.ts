"use client";

import { type ComponentType, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useToast } from "@/components/ui/toast";
import type { AnnotationView } from "@/domain/contract/work";
import type { SuggestionDesk } from "./suggestion-desk";
import type { SuggestionLayerProps } from "./suggestion-layer";

/** Showing and hiding suggestions. Nothing of them is loaded before somebody, or the project, wants them. */
export type SuggestionControl = {
  /** Whether the project offers any, and there is something to code. */
  isPossible: boolean;
  isWanted: boolean;
  toggle: () => void;
  /** Null until they are there, and while they are hidden. */
  desk: SuggestionDesk | null;
  /** Where the list of statements has room for what is said about all suggestions. */
  slot: HTMLElement | null;
  setSlot: (slot: HTMLElement | null) => void;
  Layer: ComponentType<SuggestionLayerProps> | null;
  setDesk: (desk: SuggestionDesk | null) => void;
};

const keyOf = (assignmentId: string) => `sayso.suggestions.${assignmentId}`;

export function useSuggestions(view: AnnotationView, editable: boolean): SuggestionControl {
  const toast = useToast();
  const { id: assignmentId, suggestionsShownAt } = view.assignment;
  const isPossible = editable && view.suggestions !== "off";
  const [isWanted, setWanted] = useState(false);
  const [desk, setDesk] = useState<SuggestionDesk | null>(null);
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  const [Layer, setLayer] = useState<ComponentType<SuggestionLayerProps> | null>(null);

  const want = useCallback(
    async (wanted: boolean) => {
      localStorage.setItem(keyOf(assignmentId), wanted ? "shown" : "hidden");
      setWanted(wanted);
      if (!wanted) return;
      try {
        const { SuggestionLayer } = await import("./suggestion-layer");
        setLayer(() => SuggestionLayer);
      } catch {
        setWanted(false);
        const description = "The server cannot be reached; try again.";
        toast.show({ tone: "danger", title: "Suggestions could not be loaded", description });
      }
    },
    [assignmentId, toast],
  );

  // Asked for before, or by the project for everybody: they are there again when the page is.
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current || !isPossible) return;
    asked.current = true;
    const last = localStorage.getItem(keyOf(assignmentId));
    const wanted = view.suggestions === "shown" ? last !== "hidden" : suggestionsShownAt !== null && last === "shown";
    if (wanted) void want(true);
  }, [isPossible, view.suggestions, suggestionsShownAt, assignmentId, want]);

  return useMemo(() => {
    const shown = isPossible && isWanted;
    return {
      isPossible,
      isWanted: shown,
      toggle: () => void want(!shown),
      desk: shown ? desk : null,
      slot,
      setSlot,
      Layer: isPossible ? Layer : null,
      setDesk,
    };
  }, [isPossible, isWanted, want, desk, slot, Layer]);
}
