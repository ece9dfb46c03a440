"use client";
import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import { Search } from "lucide-react";
import { useMemo, useState } from "react";
import type { BoundCommand } from "@/components/ui/bind-commands";
import { chordOf } from "@/components/ui/chord";
import { cn } from "@/components/ui/cn";
import { useKeyOf } from "@/components/ui/command-keys";
import { Kbd } from "@/components/ui/kbd";
import { backdropStyles, optionStyles, popupStyles } from "@/components/ui/popup-styles";
import type { PaletteOffer } from "./palette-offers";
import { makeOfferSearch } from "./search-offers";

interface CommandPaletteProps {
  offers: readonly PaletteOffer[];
  /** Letters typed while the palette was opening, once. */
  takeLetters: () => string;
  /** With the command to run, or with null when it was left. */
  onClose: (chosen: BoundCommand | null) => void;
}

/** Everything the screen can do, found by typing a few letters; Enter runs it. */
export function CommandPalette({ offers, takeLetters, onClose }: CommandPaletteProps) {
  const keyOf = useKeyOf();
  const [query, setQuery] = useState("");
  const search = useMemo(() => makeOfferSearch(offers), [offers]);
  const found = useMemo(() => search(query), [search, query]);
  const ownKey = keyOf("screen.palette");
  return (
    <Dialog.Root open onOpenChange={(open) => open || onClose(null)}>
      <Dialog.Portal>
        <Dialog.Backdrop className={backdropStyles} />
        <Dialog.Popup
          aria-label="Commands"
          // The screen puts the focus back itself, before it runs what was chosen.
          finalFocus={false}
          className={cn(
            popupStyles,
            "-translate-x-1/2 fixed top-[min(12dvh,6rem)] left-1/2 z-50 flex max-h-[min(34rem,76dvh)] w-[calc(100vw-1rem)] max-w-xl flex-col overflow-clip",
          )}
        >
          <Autocomplete.Root
            inline
            open
            items={found}
            filter={null}
            value={query}
            onValueChange={(value, { reason }) => reason !== "item-press" && setQuery(value)}
            itemToStringValue={({ command }: PaletteOffer) => command.title}
            autoHighlight="always"
            keepHighlight
          >
            <div className="flex items-center gap-2.5 border-b px-4">
              <Search aria-hidden className="size-4 shrink-0 text-text-muted" />
              <Autocomplete.Input
                aria-label="Find a command"
                placeholder="What do you want to do?"
                className="h-12 min-w-0 flex-1 bg-transparent text-base outline-none placeholder:text-text-muted"
                onFocus={() => {
                  const letters = takeLetters();
                  if (letters) setQuery((typed) => typed + letters);
                }}
                onKeyDown={(event) => {
                  const again = chordOf(event.nativeEvent) === ownKey;
                  if (!again && event.key !== "Escape") return;
                  event.preventDefault();
                  event.stopPropagation();
                  onClose(null);
                }}
              />
              <Dialog.Close className="min-h-8 rounded-sm px-1.5 text-text-muted text-xs hover:text-text">
                Close
              </Dialog.Close>
            </div>
            <Autocomplete.Status className="sr-only">
              {found.length === 1 ? "1 command" : `${found.length} commands`}
            </Autocomplete.Status>
            <Autocomplete.Empty>
              <p className="px-4 py-6 text-center text-sm text-text-muted empty:hidden">No command is called that.</p>
            </Autocomplete.Empty>
            <Autocomplete.List className="min-h-0 scroll-py-1 overflow-y-auto overscroll-contain p-1.5 data-empty:p-0">
              {({ command, reason }: PaletteOffer) => (
                <Autocomplete.Item
                  key={command.id}
                  value={{ command, reason }}
                  disabled={reason !== null}
                  // Enter clicks it also while it is disabled.
                  onClick={() => reason === null && onClose(command)}
                  className={cn(optionStyles, "min-h-9 px-2.5 pointer-coarse:min-h-11")}
                >
                  <span className="min-w-0 flex-1">
                    {command.title} <span className="text-text-muted text-xs">{reason ?? command.group}</span>
                  </span>
                  <OfferKeys chord={keyOf(command.id)} />
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </Autocomplete.Root>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function OfferKeys({ chord }: { chord: string | undefined }) {
  return chord ? <Kbd spoken keys={chord} className="pointer-coarse:hidden" /> : null;
}
