"use client";
import { useEffect, useRef, useState } from "react";
import type { BoundCommand } from "@/components/ui/bind-commands";
import { useToast } from "@/components/ui/toast";
import { catchLetters } from "./catch-letters";
import type { CommandPalette } from "./command-palette";
import { listOffers, type PaletteOffer } from "./palette-offers";

const loadPalette = async () => (await import("./command-palette")).CommandPalette;

/** When the palette is open, with what; and the running of what was chosen, once the focus is back where it was. */
export function usePalette(commands: readonly BoundCommand[]) {
  const toast = useToast();
  const [Palette, setPalette] = useState<typeof CommandPalette | null>(null);
  const [offers, setOffers] = useState<PaletteOffer[] | null>(null);
  const chosen = useRef<BoundCommand | null>(null);
  const returnTo = useRef<Element | null>(null);
  const early = useRef<ReturnType<typeof catchLetters> | null>(null);

  // A small file of its own, fetched after everything else: there when it is needed, also offline.
  useEffect(() => {
    if (!("requestIdleCallback" in window)) return;
    const waiting = requestIdleCallback(() => void loadPalette().catch(() => undefined));
    return () => cancelIdleCallback(waiting);
  }, []);

  function open(): void {
    returnTo.current = document.activeElement;
    early.current?.release();
    early.current = catchLetters();
    // What can be done depends on what has the focus, which the palette takes.
    setOffers(listOffers(commands));
    loadPalette().then(
      (loaded) => setPalette(() => loaded),
      () => {
        early.current?.release();
        setOffers(null);
        toast.show({ tone: "danger", title: "The commands could not be loaded", description: "Are you offline?" });
      },
    );
  }

  function close(command: BoundCommand | null): void {
    chosen.current = command;
    setOffers(null);
  }

  const isOpen = offers !== null && Palette !== null;
  useEffect(() => {
    if (!isOpen) return;
    return () => {
      early.current?.release();
      // Only now does the page behind take the focus again.
      queueMicrotask(() => {
        if (returnTo.current instanceof HTMLElement && returnTo.current.isConnected) returnTo.current.focus();
        chosen.current?.run?.(undefined, null);
        chosen.current = null;
      });
    };
  }, [isOpen]);

  /** What was typed before the palette had the focus; from then on it hears for itself. */
  const takeLetters = () => early.current?.release() ?? "";

  return { open, close, takeLetters, palette: isOpen ? { Palette, offers } : null };
}
