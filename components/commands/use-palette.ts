"use client";
import { useEffect, useRef, useState } from "react";
import type { BoundCommand } from "@/components/ui/bind-commands";
import { catchLetters } from "@/components/ui/catch-letters";
import { lazyPart } from "@/components/ui/lazy-part";
import { useTrouble } from "@/components/ui/use-trouble";
import type { CommandPalette } from "./command-palette";
import { listOffers, type PaletteOffer } from "./palette-offers";

export const commandPalette = lazyPart(async () => (await import("./command-palette")).CommandPalette);

/** When the palette is open, with what; and the running of what was chosen, once the focus is back where it was. */
export function usePalette(commands: readonly BoundCommand[]) {
  const sayTrouble = useTrouble();
  const [Palette, setPalette] = useState<typeof CommandPalette | null>(null);
  const [offers, setOffers] = useState<PaletteOffer[] | null>(null);
  const chosen = useRef<BoundCommand | null>(null);
  const returnTo = useRef<Element | null>(null);
  const early = useRef<ReturnType<typeof catchLetters> | null>(null);

  function open(): void {
    returnTo.current = document.activeElement;
    early.current?.release();
    early.current = catchLetters();
    // What can be done depends on what has the focus, which the palette takes.
    setOffers(listOffers(commands));
    commandPalette.load().then(
      (loaded) => setPalette(() => loaded),
      () => {
        early.current?.release();
        setOffers(null);
        sayTrouble("The commands could not be opened");
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
