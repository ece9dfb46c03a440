import { Undo2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { formatMoment } from "@/components/ui/format-moment";
import type { Import } from "@/domain/contract/import";

interface PastImportsProps {
  imports: readonly Import[];
  busy: string | null;
  onUndo: (id: string) => void;
}

/** What came in before, to be taken out again while nobody works on it. */
export function PastImports({ imports, busy, onUndo }: PastImportsProps) {
  if (imports.length === 0) return null;
  return (
    <section aria-labelledby="imports">
      <h2 id="imports" className="font-serif text-lg">
        Earlier imports
      </h2>
      <p className="mb-3 text-sm text-text-muted">
        An import can be undone as long as nobody was given any of its articles.
      </p>
      <ul className="divide-y divide-border border-y">
        {imports.map(({ id, documentCount, createdAt, undoneAt }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3 text-sm">
            <p>
              <span className="font-medium">{documentCount === 1 ? "1 article" : `${documentCount} articles`}</span>
              <span className="text-text-muted">
                {" · "}
                <time dateTime={createdAt} suppressHydrationWarning>
                  {formatMoment(createdAt)}
                </time>
                {undoneAt && " · undone"}
              </span>
            </p>
            {!undoneAt && (
              <Button size="sm" busy={busy === id} onClick={() => onUndo(id)}>
                <Undo2 aria-hidden className="size-4" /> Undo
                <span className="sr-only"> the import of {documentCount} articles</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
