import { cn } from "@/components/ui/cn";

interface WordmarkProps {
  large?: boolean;
  /** On a narrow screen the mark alone, to leave room for what stands beside it. */
  short?: boolean;
}

/** The name: an opening quotation mark and the word, in the article's type. */
export function Wordmark({ large = false, short = false }: WordmarkProps) {
  return (
    <span
      className={cn(
        "inline-flex items-baseline font-serif leading-none tracking-tight",
        large ? "text-3xl" : "text-xl",
      )}
    >
      <span aria-hidden className="mr-px font-bold text-accent">
        “
      </span>
      <span className={cn("font-semibold", short && "max-sm:hidden")}>Sayso</span>
    </span>
  );
}
