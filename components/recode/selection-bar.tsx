"use client";
import type { RefObject } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { MOST_FOUND_RECODED, MOST_RECODED } from "@/domain/contract/recode";

interface SelectionBarProps {
  /** Where the keyboard goes on when the button that was pressed is gone. */
  bar: RefObject<HTMLElement | null>;
  chosen: number;
  /** All that is found is chosen, whatever the page. */
  isAll: boolean;
  /** Gold statements that are found. */
  found: number;
  /** Gold statements of the page, and how many of them are not chosen yet. */
  onPage: number;
  left: number;
  onChoosePage: () => void;
  onChooseAll: () => void;
  onClear: () => void;
  onRecode: () => void;
}

/** How many gold statements are chosen, and what can be done with them. */
export function SelectionBar(props: SelectionBarProps) {
  const { bar, chosen, isAll, found, onPage, left, onChoosePage, onChooseAll, onClear, onRecode } = props;
  const stay = (choose: () => void) => () => {
    bar.current?.focus();
    choose();
  };
  return (
    <section
      ref={bar}
      tabIndex={-1}
      aria-label="Chosen gold statements"
      className={cn(
        "sticky bottom-0 z-20 -mx-1 flex flex-wrap items-center gap-2 border-t bg-surface px-1 py-3 text-sm print:hidden",
        // On a telephone it would lie over a third of the list.
        !isAll && chosen === 0 && "max-sm:static",
      )}
    >
      <p role="status" className="mr-auto tabular-nums max-sm:basis-full">
        {sayChosen(props)}
      </p>
      {!isAll && left > 0 && found > onPage && chosen < MOST_RECODED && (
        <Button onClick={stay(onChoosePage)}>Choose {left} of this page</Button>
      )}
      {!isAll && found > 1 && found > chosen && found <= MOST_FOUND_RECODED && (
        <Button onClick={stay(onChooseAll)}>Choose all {number(found)} found</Button>
      )}
      {(isAll || chosen > 0) && (
        <>
          <Button onClick={stay(onClear)}>None</Button>
          <Button variant="primary" onClick={onRecode}>
            Recode…
          </Button>
        </>
      )}
    </section>
  );
}

const number = (value: number) => value.toLocaleString("en");

function sayChosen({ chosen, isAll, found }: SelectionBarProps): string {
  if (isAll) return `All ${number(found)} gold statements found are chosen.`;
  if (chosen === 0) {
    const most = found > MOST_FOUND_RECODED ? ` Up to ${number(MOST_FOUND_RECODED)} are chosen all at once.` : "";
    return `Choose gold statements to change them at once.${most}`;
  }
  const most = chosen === MOST_RECODED ? ", the most that can be chosen one by one" : "";
  return `${number(chosen)} gold ${chosen === 1 ? "statement" : "statements"} chosen${most}.`;
}
