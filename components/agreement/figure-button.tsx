import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

interface FigureButtonProps {
  /** What opening it shows: "passages that somebody missed". */
  opens: string;
  onOpen: () => void;
  className?: string;
  children: ReactNode;
}

/** A figure that opens the passages behind it. */
export function FigureButton({ opens, onOpen, className, children }: FigureButtonProps) {
  return (
    <button
      type="button"
      title={`Show ${opens}`}
      onClick={onOpen}
      className={cn(
        "rounded-sm tabular-nums underline decoration-border-strong decoration-dotted underline-offset-4 hover:text-accent hover:decoration-accent hover:decoration-solid",
        className,
      )}
    >
      {children}
      <span className="sr-only"> – show {opens}</span>
    </button>
  );
}
