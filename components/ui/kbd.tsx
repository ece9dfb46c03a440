import { cn } from "./cn";

/** Keys to press, where there is likely a keyboard: `"n"`, `"Ctrl+Enter"`, `"?"`. */
export function Kbd({ keys, inverse = false, className }: { keys: string; inverse?: boolean; className?: string }) {
  const parts = keys === "+" ? ["+"] : keys.split("+");
  return (
    <span className={cn("inline-flex items-center gap-0.5 pointer-coarse:hidden", className)}>
      {parts.map((part) => (
        <kbd
          key={part}
          className={cn(
            "inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-sm border px-1 font-sans text-xs leading-none",
            inverse ? "border-current" : "border-border-strong bg-surface-raised text-text-muted",
          )}
        >
          {part.length === 1 ? part.toUpperCase() : part}
        </kbd>
      ))}
    </span>
  );
}
