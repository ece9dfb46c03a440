"use client";
import { ChevronDown, X } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { cn } from "./cn";
import type { ComboboxProps } from "./combobox";
import { comboboxButtons, comboboxClear, comboboxInput, comboboxTrigger } from "./combobox-styles";
import { labelStyles } from "./field-styles";
import { type HeldKeys, holdKeys } from "./held-keys";
import { useLatest } from "./use-latest";

/** What was done with a field before its list was there. */
export type EarlyUse = {
  /** Null: nothing. */
  typed: string | null;
  isFocused: boolean;
  /** The list was asked for. */
  isPressed: boolean;
  /** Enter was pressed after the letters, or in a list that opens at once: the first that they find. */
  isEntered: boolean;
  /** Not null once that is so: what was pressed after it. */
  held: HeldKeys | null;
};

export const untouched: EarlyUse = { typed: null, isFocused: false, isPressed: false, isEntered: false, held: null };

type EarlyComboboxProps = Omit<ComboboxProps, "search"> & {
  load: () => Promise<unknown>;
  /** With each thing that is done, all of it. */
  onUse: (use: EarlyUse) => void;
  /** A word begins or ends to be composed in an input method. */
  onCompose: (isComposing: boolean) => void;
};

const OPENS = new Set(["ArrowDown", "ArrowUp"]);

/** A `Combobox` without its list, while the script of that is on its way: it keeps what is typed. */
export function EarlyCombobox({ load, onUse, onCompose, ...props }: EarlyComboboxProps) {
  const inputId = useId();
  const field = useRef<HTMLInputElement>(null);
  const hasStepped = useRef(false);
  const label = (props.chosen ?? findChosen(props))?.label ?? "";
  const [use, setUse] = useState(untouched);
  const [isMissed, setMissed] = useState(false);
  /** The fetch that is under way; once it succeeded this field gives way to the one with the list. */
  const attempt = useRef<{ isAskedAgain: boolean } | null>(null);
  const latest = useLatest({ load, onUse, use });

  function fetchList(): void {
    if (attempt.current) {
      attempt.current.isAskedAgain = true;
      return;
    }
    const own = { isAskedAgain: false };
    attempt.current = own;
    latest.current.load().then(
      () => setMissed(false),
      () => {
        attempt.current = null;
        latest.current.use.held?.drop();
        setMissed(true);
        // The server may be there again since this fetch began.
        if (own.isAskedAgain) fetchList();
      },
    );
  }
  function note(change: Partial<EarlyUse>): void {
    const before = latest.current.use;
    const next = { ...before, ...change };
    if (!next.isEntered) before.held?.drop();
    latest.current.use = next;
    latest.current.onUse(next);
    setUse(next);
    fetchList();
  }
  function leave(): void {
    note(untouched);
    if (props.defaultOpen) props.onOpenChange?.(false);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: it asks what it has latest
  useEffect(() => {
    fetchList();
    window.addEventListener("online", fetchList);
    return () => window.removeEventListener("online", fetchList);
  }, []);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (OPENS.has(event.key)) {
      // Which one is meant then is seen only in the list.
      hasStepped.current = true;
      note({ isPressed: true, isEntered: false });
    } else if (event.key === "Enter") {
      if ((use.typed || props.defaultOpen) && !hasStepped.current) note({ isEntered: true, held: holdKeys() });
    } else if (event.key === "Escape" && (use.typed !== null || use.isPressed || props.defaultOpen)) {
      note({ ...untouched, isFocused: true });
      if (props.defaultOpen) props.onOpenChange?.(false);
    } else return;
    event.preventDefault();
  }

  const isTouched = use.isFocused && (use.typed !== null || use.isPressed || props.defaultOpen);
  return (
    <div className={cn("flex flex-col gap-1", props.className)}>
      <label htmlFor={inputId} className={props.labelHidden ? "sr-only" : labelStyles}>
        {props.label}
      </label>
      {/* biome-ignore lint/a11y/useSemanticElements: as the field with its list has it */}
      <div
        role="group"
        className="relative"
        onBlur={({ currentTarget, relatedTarget: next }) => {
          const isWindows = document.activeElement === field.current;
          if (!isWindows && !currentTarget.contains(next)) leave();
        }}
      >
        <input
          id={inputId}
          ref={field}
          role="combobox"
          aria-expanded={false}
          aria-haspopup="listbox"
          aria-autocomplete="list"
          autoComplete="off"
          autoCorrect="off"
          autoCapitalize="none"
          spellCheck={false}
          // biome-ignore lint/a11y/noAutofocus: as the field with its list has it
          autoFocus={props.autoFocus}
          disabled={props.disabled}
          data-disabled={props.disabled ? "" : undefined}
          placeholder={props.placeholder}
          className={comboboxInput(props)}
          value={use.typed ?? label}
          onFocus={() => note({ isFocused: true })}
          onMouseDown={({ button }) => button === 0 && note({ isPressed: true })}
          onCompositionStart={() => onCompose(true)}
          onCompositionEnd={() => onCompose(false)}
          onKeyDown={onKeyDown}
          onChange={({ currentTarget: { value } }) => {
            const picked = props.pick?.(value.trim());
            if (picked) props.onValueChange(picked);
            else note({ typed: value, isEntered: false });
          }}
        />
        <div className={comboboxButtons}>
          {(props.clearable ?? true) && label !== "" && (
            <button
              type="button"
              tabIndex={-1}
              aria-label={`Clear ${props.label}`}
              disabled={props.disabled}
              className={comboboxClear}
              onClick={() => props.onValueChange(null)}
            >
              <X aria-hidden className="size-4" />
            </button>
          )}
          <button
            type="button"
            tabIndex={-1}
            aria-label={`Show ${props.label}`}
            aria-expanded={false}
            aria-haspopup="listbox"
            disabled={props.disabled}
            className={comboboxTrigger}
            onClick={() => {
              field.current?.focus();
              note({ isPressed: true });
            }}
          >
            <ChevronDown aria-hidden className="size-4" />
          </button>
        </div>
      </div>
      {isMissed && isTouched && (
        <p role="alert" className="text-danger text-xs">
          The list could not be fetched. It is tried again when you type, and when you are online.
        </p>
      )}
    </div>
  );
}

function findChosen({ options, value }: Pick<ComboboxProps, "options" | "value">) {
  return typeof options === "function" ? null : options.find((option) => option.id === value);
}
