"use client";
import { useRouter } from "next/navigation";
import { type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { type BoundCommand, bindCommands } from "@/components/ui/bind-commands";
import type { Command } from "@/components/ui/command";
import { CommandKeysProvider } from "@/components/ui/command-keys";
import { LazyDialog } from "@/components/ui/lazy-dialog";
import { lazyPart } from "@/components/ui/lazy-part";
import { useCommands } from "@/components/ui/use-commands";
import { centreEntries } from "./centre-entries";
import { CommandCentreProvider } from "./command-centre";
import { usePalette } from "./use-palette";
import { useResolvedKeys } from "./use-resolved-keys";

export const commandSheet = lazyPart(async () => (await import("./command-sheet")).CommandSheet);

interface CommandScreenProps<Context> {
  /** The same table each time, or its keys are resolved anew. */
  commands: readonly Command<Context>[];
  /** What they act on; null while there is nothing. */
  context: RefObject<Context | null>;
  /** Whether the focus is in a scope that commands name. */
  isIn?: (scope: string) => boolean;
  /** Says why a command cannot run now. */
  announce?: (words: string) => void;
  children: ReactNode;
}

/** A screen whose commands run by keys and by the palette, and are listed under "?", with the keys the user has chosen. */
export function CommandScreen<Context>({ commands, context, isIn, announce, children }: CommandScreenProps<Context>) {
  const router = useRouter();
  const [sheetOpen, setSheetOpen] = useState(false);
  const runCentre = useRef<Record<string, () => void>>({});
  const all = useMemo(() => {
    const centre = centreEntries.map(
      (entry): BoundCommand => ({ ...entry, run: () => runCentre.current[entry.id]?.() }),
    );
    return [...bindCommands(commands, context), ...centre];
  }, [commands, context]);
  const { keys, conflicts } = useResolvedKeys(all);
  const { open, close, takeLetters, palette } = usePalette(all);
  useEffect(() => {
    runCentre.current = {
      "screen.palette": open,
      "screen.help": () => setSheetOpen(true),
      "screen.keys": () => router.push("/account/keys"),
    };
  });
  useCommands({ commands: all, keys, isIn, announce });
  const centre = useMemo(
    () => ({ openPalette: () => runCentre.current["screen.palette"]?.(), openSheet: () => setSheetOpen(true) }),
    [],
  );
  return (
    <CommandCentreProvider value={centre}>
      <CommandKeysProvider value={keys}>
        {children}
        {palette && <palette.Palette offers={palette.offers} takeLetters={takeLetters} onClose={close} />}
        <LazyDialog
          part={commandSheet}
          name="The list of keys"
          dialog={{ open: sheetOpen, onOpenChange: setSheetOpen, commands: all, keys, conflicts }}
        />
      </CommandKeysProvider>
    </CommandCentreProvider>
  );
}
