import Link from "next/link";

interface DocumentListProps {
  title: string;
  note: string;
  /** Said where there is none. */
  none: string;
  items: { id: string; title: string; detail: string; href: `/review/${string}` | `/annotate/${string}` }[];
}

export function DocumentList({ title, note, none, items }: DocumentListProps) {
  return (
    <section aria-label={title}>
      <h2 className="font-serif text-xl">{title}</h2>
      <p className="mt-1 mb-2 text-sm text-text-muted">{items.length === 0 ? none : note}</p>
      {items.length > 0 && (
        <ul className="divide-y divide-border border-y text-sm">
          {items.map((item) => (
            <li key={item.href} className="flex items-baseline justify-between gap-6 py-2">
              <Link href={item.href} className="min-w-0 rounded-sm underline [overflow-wrap:anywhere]" dir="auto">
                {item.title}
              </Link>
              <span className="shrink-0 text-text-muted tabular-nums">{item.detail}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
