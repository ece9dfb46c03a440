import { Undo2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Moment } from "@/components/ui/moment";
import type { Import } from "@/domain/contract/import";
import { sayImport } from "./say-import";

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
        An import can be undone as long as nobody works on what it brought.
      </p>
      <ul className="divide-y divide-border border-y">
        {imports.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3 text-sm">
            <p>
              <span className="font-medium">{sayImport(one)}</span>
              <span className="text-text-muted">
                {" · "}
                <Moment at={one.createdAt} />
                {one.undoneAt && " · undone"}
              </span>
            </p>
            {!one.undoneAt && (
              <Button size="sm" busy={busy === one.id} onClick={() => onUndo(one.id)}>
                <Undo2 aria-hidden className="size-4" /> Undo
                <span className="sr-only"> the import of {sayImport(one)}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
