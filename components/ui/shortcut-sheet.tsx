"use client";
import { Dialog } from "./dialog";
import { Kbd } from "./kbd";
import type { Shortcut } from "./shortcut";

const names: Record<string, string> = {
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  Escape: "Esc",
  " ": "Space",
};

/** A chord as it is printed on this kind of keyboard. */
function printChord(chord: string): string {
  return chord
    .split("+")
    .map((part) => (part === "Mod" ? "Ctrl" : (names[part] ?? part)))
    .join("+");
}

interface ShortcutSheetProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  shortcuts: readonly Shortcut[];
}

/** Every shortcut of a screen, from the same table that listens for them. */
export function ShortcutSheet({ open, onOpenChange, shortcuts }: ShortcutSheetProps) {
  const titles = [...new Set(shortcuts.map((shortcut) => shortcut.group))];
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keyboard shortcuts" size="lg" reading>
      <div className="gap-8 sm:columns-2">
        {titles.map((title) => (
          <section key={title} className="mb-6 break-inside-avoid">
            <h3 className="mb-1 font-semibold text-sm">{title}</h3>
            <dl>
              {shortcuts
                .filter((shortcut) => shortcut.group === title)
                .map((shortcut) => (
                  <div key={shortcut.label} className="flex items-center justify-between gap-4 border-b py-1.5 text-sm">
                    <dt>{shortcut.label}</dt>
                    <dd className="flex gap-1.5">
                      {shortcut.keys.map((chord) => (
                        <Kbd key={chord} spoken keys={printChord(chord)} />
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
