import type { BoundCommand } from "@/components/ui/bind-commands";

/** A command as the palette shows it. */
export type PaletteOffer = {
  command: BoundCommand;
  /** Why it cannot run now; null: it can. */
  reason: string | null;
};

/** What can be done now, and what could be but for a reason. Asks each command, so call it where the focus still counts. */
export function listOffers(commands: readonly BoundCommand[]): PaletteOffer[] {
  return commands.flatMap((command) => {
    if (!command.run || command.keyOnly) return [];
    const possible = command.when?.(undefined) ?? true;
    if (possible === false) return [];
    return [{ command, reason: possible === true ? null : possible }];
  });
}
