"use client";
import { useRef } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import type { FoundStatement } from "@/domain/contract/search";
import type { useSelection } from "./use-selection";

interface SelectStatementProps {
  item: FoundStatement;
  /** The gold statements of the page, in their order. */
  among: readonly string[];
  selection: ReturnType<typeof useSelection>;
}

/** Chooses a gold statement; before a reading's, which is never recoded, there is as much room. */
export function SelectStatement({ item, among, selection }: SelectStatementProps) {
  const shift = useRef(false);
  if (item.layer !== "gold") return <span className="w-6 shrink-0 max-sm:hidden" />;
  return (
    <span
      className="w-6 shrink-0 py-2.5 pl-1"
      // The box tells that it was pressed, not how.
      onClickCapture={(event) => {
        shift.current = event.shiftKey;
      }}
      onKeyDownCapture={(event) => {
        shift.current = event.shiftKey;
      }}
    >
      <Checkbox
        label={<span className="sr-only">Choose “{item.match}”</span>}
        checked={selection.isChosen(item.id)}
        onCheckedChange={() => selection.toggle(item.id, { shift: shift.current, among })}
      />
    </span>
  );
}
