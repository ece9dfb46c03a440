"use client";

import { useEffect, useRef, useState } from "react";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";

/** Long enough not to save every letter, short enough that little is ever unsaved. */
const PAUSE_MS = 350;

type DebouncedTextProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  numeric?: boolean;
  multiline?: boolean;
  placeholder?: string;
  disabled?: boolean;
};

/** A text that is handed on when typing pauses, when the focus leaves and when the field goes away. */
export function DebouncedText({
  label,
  value,
  onChange,
  numeric,
  multiline,
  placeholder,
  disabled,
}: DebouncedTextProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const pending = useRef<{ draft: string; timer: ReturnType<typeof setTimeout> } | null>(null);
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });

  function flush(): void {
    const held = pending.current;
    if (!held) return;
    clearTimeout(held.timer);
    pending.current = null;
    latest.current(held.draft);
    setDraft(null);
  }
  const flushLatest = useRef(flush);
  useEffect(() => {
    flushLatest.current = flush;
  });
  useEffect(() => () => flushLatest.current(), []);

  function change(next: string): void {
    setDraft(next);
    if (pending.current) clearTimeout(pending.current.timer);
    pending.current = { draft: next, timer: setTimeout(() => flushLatest.current(), PAUSE_MS) };
  }

  const props = {
    label,
    labelHidden: true,
    value: draft ?? value,
    placeholder,
    disabled,
    onChange: (event: { target: { value: string } }) => change(event.target.value),
    onBlur: flush,
  };
  if (multiline) return <TextArea {...props} />;
  return <TextField {...props} inputMode={numeric ? "decimal" : undefined} type={numeric ? "number" : "text"} />;
}
