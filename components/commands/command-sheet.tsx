"use client";
import Link from "next/link";
import { buttonStyles } from "@/components/ui/button-styles";
import type { CommandEntry } from "@/components/ui/command";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { Notice } from "@/components/ui/notice";
import type { KeyConflict, ResolvedKeys } from "@/components/ui/resolve-keys";
import { useSayChord } from "@/components/ui/use-is-apple";

interface CommandSheetProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  commands: readonly CommandEntry[];
  keys: ResolvedKeys;
  /** Keys that two commands ask for: the user's own come before those of the codebook. */
  conflicts: readonly KeyConflict[];
}

/** Every key of a screen, from the same table that listens for them. */
export function CommandSheet({ open, onOpenChange, commands, keys, conflicts }: CommandSheetProps) {
  const sayChord = useSayChord();
  const keyed = commands.filter((command) => keys.get(command.id)?.length);
  const groups = [...new Set(keyed.map((command) => command.group))];
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Keyboard shortcuts"
      size="lg"
      reading
      footer={
        <Link href="/account/keys" className={buttonStyles({ variant: "secondary" })}>
          Choose your own keys
        </Link>
      }
    >
      {conflicts.length > 0 && (
        <Notice tone="warning" role="note" title="Some keys are asked for twice" className="mb-5">
          <ul>
            {conflicts.map(({ chord, kept, lost }) => (
              <li key={`${chord} ${lost.id}`}>
                {sayChord(chord)} runs “{kept.title}”, so it does not run “{lost.title}” ({lost.group}).
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <div className="gap-8 sm:columns-2">
        {groups.map((group) => (
          <section key={group} className="mb-6 break-inside-avoid">
            <h3 className="mb-1 font-semibold text-sm">
              {group}
              {keyed.find((command) => command.group === group)?.scope && (
                <span className="font-normal text-text-muted"> with the focus there</span>
              )}
            </h3>
            <dl>
              {keyed
                .filter((command) => command.group === group)
                .map((command) => (
                  <div key={command.id} className="flex items-center justify-between gap-4 border-b py-1.5 text-sm">
                    <dt>{command.title}</dt>
                    <dd className="flex flex-wrap justify-end gap-1.5">
                      {(command.keysInWords ? [command.keysInWords] : (keys.get(command.id) ?? [])).map((chord) => (
                        <Kbd key={chord} spoken keys={chord} />
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
