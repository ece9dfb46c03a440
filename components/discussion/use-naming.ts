"use client";
import { type KeyboardEvent, type RefObject, useRef, useState } from "react";
import { findOptions } from "@/components/ui/combobox-option";
import type { Person } from "@/domain/contract/discussion";
import { mentionBefore } from "@/domain/discussion/mentions";

/** So many are offered at a time; more letters find the others. */
const MOST = 6;

interface NamingOptions {
  field: RefObject<HTMLTextAreaElement | null>;
  typed: string;
  people: readonly Person[];
  /** The text with a name put in. */
  onName: (typed: string) => void;
}

/** Type-ahead for those whom a comment names: open while the caret stands after "@" and letters that somebody's name has. */
export function useNaming({ field, typed, people, onName }: NamingOptions) {
  const [query, setQuery] = useState<{ query: string; start: number } | null>(null);
  const [at, setAt] = useState(0);
  // Where the "@" stands whose list was closed: it is not offered again.
  const dismissed = useRef<number | null>(null);
  const found = query ? offer(people, query.query) : [];
  const isOpen = found.length > 0;

  function look({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): void {
    const next = selectionStart === selectionEnd ? mentionBefore(value, selectionStart) : null;
    if (next?.query !== query?.query) setAt(0);
    if (next?.start !== dismissed.current) dismissed.current = null;
    const isDone = next && (next.start === dismissed.current || isWhole(next.query, people));
    setQuery(isDone ? null : next);
  }

  function choose({ name }: Person): void {
    const input = field.current;
    if (!input || !query) return;
    const caret = query.start + 1 + name.length + 1;
    onName(`${typed.slice(0, query.start)}@${name} ${typed.slice(input.selectionStart).replace(/^ /, "")}`);
    setQuery(null);
    requestAnimationFrame(() => {
      input.focus();
      input.setSelectionRange(caret, caret);
    });
  }

  /** Answers whether the key was for the list. */
  function onKeyDown(event: KeyboardEvent): boolean {
    const person = found[at];
    if (!person || event.nativeEvent.isComposing) return false;
    if (event.key === "ArrowDown") setAt((at + 1) % found.length);
    else if (event.key === "ArrowUp") setAt((at + found.length - 1) % found.length);
    else if (event.key === "Escape") {
      dismissed.current = query?.start ?? null;
      setQuery(null);
    } else if ((event.key === "Enter" || event.key === "Tab") && !event.ctrlKey && !event.metaKey) choose(person);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  return { isOpen, found, at, look, choose, close: () => setQuery(null), onKeyDown };
}

function offer(people: readonly Person[], query: string): Person[] {
  const options = people.map(({ id, name }) => ({ id, label: name }));
  return findOptions(options, query)
    .slice(0, MOST)
    .flatMap(({ id }) => people.find((person) => person.id === id) ?? []);
}

/** A name that stands there whole is not offered, unless a longer one begins with it. */
function isWhole(query: string, people: readonly Person[]): boolean {
  const found = offer(people, query);
  return people.some(({ name }) => query === `${name} ` || (query === name && found.length === 1));
}
