"use client";
import { Button } from "@/components/ui/button";
import { MOST_RECODED } from "@/domain/contract/recode";

interface SelectionBarProps {
  chosen: number;
  /** Gold statements of the page that are not chosen yet. */
  left: number;
  onChoosePage: () => void;
  onClear: () => void;
  onRecode: () => void;
}

/** How many gold statements are chosen, and what can be done with them. */
export function SelectionBar({ chosen, left, onChoosePage, onClear, onRecode }: SelectionBarProps) {
  return (
    <section
      aria-label="Chosen gold statements"
      className="sticky bottom-0 z-20 -mx-1 flex flex-wrap items-center gap-2 border-t bg-surface px-1 py-3 text-sm print:hidden"
    >
      <p role="status" className="mr-auto tabular-nums">
        {chosen === 0
          ? "Choose gold statements to change them at once."
          : `${chosen} gold ${chosen === 1 ? "statement" : "statements"} chosen${chosen === MOST_RECODED ? ", the most that can be changed at once" : ""}.`}
      </p>
      {left > 0 && chosen < MOST_RECODED && <Button onClick={onChoosePage}>Choose {left} of this page</Button>}
      {chosen > 0 && (
        <>
          <Button onClick={onClear}>None</Button>
          <Button variant="primary" onClick={onRecode}>
            Recode…
          </Button>
        </>
      )}
    </section>
  );
}
