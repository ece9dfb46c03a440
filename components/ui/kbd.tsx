import { ArrowBigUp } from "lucide-react";
import { cn } from "./cn";
import { printChord } from "./print-chord";
import { useIsApple } from "./use-is-apple";

interface KbdProps {
  /** A chord: `"n"`, `"Mod+Enter"`. */
  keys: string;
  inverse?: boolean;
  /** Without an edge, where many stand close together. */
  quiet?: boolean;
  /** In running text or a list of keys, where it is read out and always there. On a control it is not: `aria-keyshortcuts` says it there. */
  spoken?: boolean;
  className?: string;
}

/** Keys to press, where there is likely a keyboard. */
export function Kbd({ keys, inverse = false, quiet = false, spoken = false, className }: KbdProps) {
  const isApple = useIsApple();
  return (
    <span
      aria-hidden={spoken ? undefined : true}
      className={cn("inline-flex items-center gap-0.5", !spoken && "pointer-coarse:hidden", className)}
    >
      {printChord(keys, isApple).map((part) => (
        <kbd
          key={part}
          className={cn(
            "inline-flex items-center justify-center font-sans leading-none",
            quiet ? "text-2xs text-text-muted" : "h-4.5 min-w-4.5 rounded-sm border px-1 text-xs",
            quiet ? "" : inverse ? "border-current" : "border-border-strong bg-surface-raised text-text-muted",
          )}
        >
          {/* Drawn: few fonts have the sign, and looking for one that has it holds up the first form of a visit. */}
          {quiet && part === "Shift" ? <ArrowBigUp className="-mx-0.5 size-2.5" /> : part}
        </kbd>
      ))}
    </span>
  );
}
