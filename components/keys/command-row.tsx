"use client";
import { Plus, RotateCcw, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import type { CommandEntry } from "@/components/ui/command";
import { IconButton } from "@/components/ui/icon-button";
import { Kbd } from "@/components/ui/kbd";
import { Notice } from "@/components/ui/notice";
import { wantedKeys } from "@/components/ui/resolve-keys";
import { useSayChord } from "@/components/ui/use-is-apple";
import type { Holder } from "./edit-keys";
import { KeyRecorder } from "./key-recorder";
import { whyReserved } from "./reserved-keys";
import type { KeysWork } from "./use-keys-work";

type Refusal = { chord: string; reserved: string | null; holders: Holder[] };

/** One command with its keys: each can be taken away, another added by pressing it. */
export function CommandRow({ command, work }: { command: CommandEntry; work: KeysWork }) {
  const [recording, setRecording] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const adder = useRef<HTMLButtonElement>(null);
  const remedy = useRef<HTMLButtonElement>(null);
  const keepsFocus = useRef(false);
  useEffect(() => {
    if (recording || !keepsFocus.current) return;
    keepsFocus.current = false;
    (remedy.current ?? adder.current)?.focus();
  }, [recording]);

  const sayChord = useSayChord();
  const keys = wantedKeys(command, work.keys);
  const isOwn = !command.fixed && work.keys[command.id] !== undefined;

  function record(chord: string): void {
    keepsFocus.current = true;
    setRecording(false);
    const reserved = whyReserved(chord);
    const holders = reserved ? [] : work.findHolders(command, chord);
    if (reserved || holders.length > 0) setRefusal({ chord, reserved, holders });
    else {
      setRefusal(null);
      work.add(command, chord);
    }
  }

  return (
    <li className="border-b py-1.5">
      <div className="flex min-h-8 flex-wrap items-center gap-x-4 gap-y-1 text-sm">
        <span className="min-w-0 flex-1 basis-44">{command.title}</span>
        <span className="ml-auto flex flex-wrap items-center justify-end gap-1.5">
          {command.keysInWords && <Kbd spoken keys={command.keysInWords} />}
          {!command.keysInWords &&
            keys.map((chord) => (
              <span key={chord} className="inline-flex items-center">
                <Kbd spoken keys={chord} />
                {!command.fixed && (
                  <button
                    type="button"
                    aria-label={`Take ${sayChord(chord)} away from “${command.title}”`}
                    className="inline-flex size-6 items-center justify-center rounded-sm text-text-muted hover:bg-surface-sunken hover:text-text"
                    onClick={() => {
                      work.remove(command, chord);
                      adder.current?.focus();
                    }}
                  >
                    <X aria-hidden className="size-3.5" />
                  </button>
                )}
              </span>
            ))}
          {keys.length === 0 && <span className="text-text-muted">no key</span>}
          {isOwn && (
            <IconButton
              label={`Give “${command.title}” back its usual keys`}
              size="sm"
              onClick={() => {
                setRefusal(null);
                work.reset(command);
                adder.current?.focus();
              }}
            >
              <RotateCcw aria-hidden />
            </IconButton>
          )}
          {command.fixed ? (
            <span className="w-16 text-center text-text-muted text-xs">fixed</span>
          ) : recording ? (
            <KeyRecorder
              label={`Press the new key for “${command.title}”; Escape leaves it as it is`}
              onRecord={record}
              onCancel={() => setRecording(false)}
            />
          ) : (
            <Button
              ref={adder}
              size="sm"
              variant="quiet"
              className="w-16"
              aria-label={`Add a key for “${command.title}”`}
              onClick={() => {
                setRefusal(null);
                setRecording(true);
              }}
            >
              <Plus aria-hidden className="size-4" /> Add
            </Button>
          )}
        </span>
      </div>
      {work.lost(command).map((words) => (
        <p key={words} className="pb-1 text-text-muted text-xs">
          {words}
        </p>
      ))}
      {refusal && (
        <Notice
          tone="warning"
          role="alert"
          className="my-2"
          action={
            <>
              {refusal.holders.length > 0 && refusal.holders.every((holder) => !holder.command.fixed) && (
                <Button
                  ref={remedy}
                  size="sm"
                  onClick={() => {
                    work.take(command, refusal.chord, refusal.holders);
                    setRefusal(null);
                    adder.current?.focus();
                  }}
                >
                  Take it from there
                </Button>
              )}
              <Button
                size="sm"
                onClick={() => {
                  setRefusal(null);
                  adder.current?.focus();
                }}
              >
                Leave it
              </Button>
            </>
          }
        >
          {sayRefusal(refusal, sayChord)}
        </Notice>
      )}
    </li>
  );
}

/** Why a key was not given to a command, and to whom it belongs. */
function sayRefusal({ chord, reserved, holders }: Refusal, sayChord: (chord: string) => string): string {
  const key = sayChord(chord);
  if (reserved) return `${key} ${reserved}. Choose another key.`;
  const taken = holders.map(({ command, screen }) => `“${command.title}” (${command.group}; ${screen})`).join(" and ");
  return `${key} runs ${taken} already.`;
}
