"use client";
import { useState } from "react";

/**
 * Rows that are chosen one by one, over several pages; with `Shift` all from the one chosen last. Or all that `found` finds,
 * also on other pages, until that is something else.
 */
export function useSelection(most: number, found: string) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [last, setLast] = useState<string | null>(null);
  const [allOf, setAllOf] = useState<string | null>(null);
  const isAll = allOf === found;

  /** `among`: the rows that can be chosen on the page, in their order. */
  function toggle(id: string, { shift, among }: { shift: boolean; among: readonly string[] }): void {
    setLast(id);
    if (isAll) {
      setAllOf(null);
      setChosen(among.filter((one) => one !== id));
      return;
    }
    const isChosen = chosen.includes(id);
    const [from, to] = [last === null ? -1 : among.indexOf(last), among.indexOf(id)].sort((a, b) => a - b) as [
      number,
      number,
    ];
    const range = shift && from >= 0 ? among.slice(from, to + 1) : [id];
    setChosen(isChosen ? chosen.filter((one) => !range.includes(one)) : merge(chosen, range));
  }

  const merge = (held: readonly string[], more: readonly string[]) => [...new Set([...held, ...more])].slice(0, most);

  return {
    chosen,
    isAll,
    isChosen: (id: string) => isAll || chosen.includes(id),
    toggle,
    add: (ids: readonly string[]) => setChosen((held) => merge(held, ids)),
    addAll: () => setAllOf(found),
    clear: () => {
      setAllOf(null);
      setChosen([]);
    },
  };
}
