/** The name: an opening quotation mark and the word, in the article's type. */
export function Wordmark({ compact = false }: { compact?: boolean }) {
  return (
    <span className="inline-flex items-baseline font-serif text-xl leading-none tracking-tight">
      <span aria-hidden className="mr-px font-bold text-accent">
        “
      </span>
      <span className={compact ? "font-semibold max-[22.4rem]:sr-only" : "font-semibold"}>Sayso</span>
    </span>
  );
}
