"use client";
import { useEffect, useRef, useState } from "react";
import { type ComboboxOption, findOptions, type SearchOptions } from "./combobox-option";
import { EarlyCombobox, untouched } from "./early-combobox";
import { type LazyPart, lazyPart, useLazyPart } from "./lazy-part";

/** The list of every such field, for who fetches it before one is shown. */
export const fullCombobox = lazyPart(async () => (await import("./full-combobox")).FullCombobox);
const plainSearch: LazyPart<SearchOptions> = {
  current: () => findOptions,
  load: async () => findOptions,
  subscribe: () => () => {},
};

export interface ComboboxProps {
  label: string;
  labelHidden?: boolean;
  /** All of them, or how to make them, where that takes a while: asked when the list is first opened. */
  options: readonly ComboboxOption[] | (() => readonly ComboboxOption[]);
  /** Id of the chosen option. */
  value: string | null;
  /** The chosen option, where the options are made only when the list is opened. */
  chosen?: ComboboxOption | null;
  /** So many are shown at a time; what is typed finds the others. */
  most?: number;
  onValueChange: (id: string | null) => void;
  /** Offers to create what was typed when no option has exactly that name. */
  onCreate?: (text: string) => void;
  /** What the create row says; `Create “…”` by default. */
  createLabel?: (text: string) => string;
  /** Options that match, best first; a forgiving "contains" by default. */
  search?: LazyPart<SearchOptions>;
  placeholder?: string;
  emptyText?: string;
  clearable?: boolean;
  disabled?: boolean;
  autoFocus?: boolean;
  /** Opens the list at once. */
  defaultOpen?: boolean;
  /** What typed text names without any doubt: chosen as it is typed. */
  pick?: (text: string) => string | null;
  onOpenChange?: (open: boolean) => void;
  /** Less high, where it stands in a row of a dense form. */
  compact?: boolean;
  className?: string;
}

/**
 * Type-ahead over a list, one choice. Arrow keys, Enter; Escape closes, then clears. Its list comes with a script that is
 * fetched when the first such field is shown; a field that looks the same stands there until then, and hands over what was
 * typed.
 */
export function Combobox({ search = plainSearch, ...props }: ComboboxProps) {
  const Full = useLazyPart(fullCombobox);
  const find = useLazyPart(search);
  const early = useRef(untouched);
  // A word that is being composed would be broken off.
  const [isComposing, setComposing] = useState(false);
  useEffect(() => () => early.current.held?.drop(), []);
  if (Full && find && !isComposing) return <Full {...props} search={find} early={early.current} />;
  return (
    <EarlyCombobox
      {...props}
      load={() => Promise.all([fullCombobox.load(), search.load()])}
      onUse={(use) => {
        early.current = use;
      }}
      onCompose={setComposing}
    />
  );
}
