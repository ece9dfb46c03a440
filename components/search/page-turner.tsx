"use client";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { Button } from "@/components/ui/button";

interface PageTurnerProps {
  offset: number;
  shown: number;
  total: number;
  step: number;
  onTurn: (offset: number) => void;
}

/** Which part of a long list is shown, and the way to the others. */
export function PageTurner({ offset, shown, total, step, onTurn }: PageTurnerProps) {
  if (total <= step) return null;
  const last = Math.floor((total - 1) / step) * step;
  const number = (value: number) => value.toLocaleString("en");
  return (
    <nav aria-label="Pages" className="flex flex-wrap items-center gap-2 text-sm">
      <Button size="sm" disabled={offset === 0} onClick={() => onTurn(0)}>
        First
      </Button>
      <Button size="sm" disabled={offset === 0} onClick={() => onTurn(Math.max(0, offset - step))}>
        <ChevronLeft aria-hidden className="size-4" />
        Previous
      </Button>
      <span className="px-1 text-text-muted tabular-nums">
        {number(offset + 1)}–{number(offset + shown)} of {number(total)}
      </span>
      <Button size="sm" disabled={offset >= last} onClick={() => onTurn(offset + step)}>
        Next
        <ChevronRight aria-hidden className="size-4" />
      </Button>
      <Button size="sm" disabled={offset >= last} onClick={() => onTurn(last)}>
        Last
      </Button>
    </nav>
  );
}
