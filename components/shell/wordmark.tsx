import { cn } from "@/components/ui/cn";

/** The name: an opening quotation mark and the word, in the article's type. */
export function Wordmark({ large = false }: { large?: boolean }) {
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
      <span className="font-semibold">Sayso</span>
    </span>
  );
}
