"use client";
import { useEffect, useRef } from "react";
import { chordOf } from "@/components/ui/chord";
import { cn } from "@/components/ui/cn";
import { inputStyles } from "@/components/ui/field-styles";

/** Held down or still being composed: the key itself comes after it. */
const NOT_YET = ["Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock", "Dead", "Process", "Unidentified", "Fn"];

interface KeyRecorderProps {
  label: string;
  onRecord: (chord: string) => void;
  /** Left without a key. */
  onCancel: () => void;
}

/** Waits for one key to be pressed. A field, so that screen readers hand over the key instead of acting on it. */
export function KeyRecorder({ label, onRecord, onCancel }: KeyRecorderProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
  }, []);
  return (
    <input
      ref={field}
      readOnly
      aria-label={label}
      value="Press a key"
      onBlur={onCancel}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || NOT_YET.includes(event.key)) return;
        // Tab goes on as always: nobody is trapped here.
        if (event.key === "Tab") return;
        event.preventDefault();
        event.stopPropagation();
        if (event.key === "Escape") onCancel();
        else onRecord(chordOf(event));
      }}
      className={cn(inputStyles, "h-7 w-28 cursor-default border-accent px-2 text-center text-sm")}
    />
  );
}
