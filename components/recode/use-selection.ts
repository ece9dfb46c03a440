"use client";
import { useState } from "react";

/** Rows that are chosen one by one, over several pages; with `Shift` all from the one chosen last. */
export function useSelection(most: number) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [last, setLast] = useState<string | null>(null);

  /** `among`: the rows that can be chosen on the page, in their order. */
  function toggle(id: string, { shift, among }: { shift: boolean; among: readonly string[] }): void {
    const isChosen = chosen.includes(id);
    const [from, to] = [last === null ? -1 : among.indexOf(last), among.indexOf(id)].sort((a, b) => a - b) as [
      number,
      number,
    ];
    const range = shift && from >= 0 ? among.slice(from, to + 1) : [id];
    setLast(id);
    setChosen(isChosen ? chosen.filter((one) => !range.includes(one)) : merge(chosen, range));
  }

  const merge = (held: readonly string[], more: readonly string[]) => [...new Set([...held, ...more])].slice(0, most);

  return {
    chosen,
    toggle,
    add: (ids: readonly string[]) => setChosen((held) => merge(held, ids)),
    clear: () => setChosen([]),
  };
}
