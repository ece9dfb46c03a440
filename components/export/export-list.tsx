import { Download, Trash2, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { buttonStyles } from "@/components/ui/button-styles";
import { Moment } from "@/components/ui/moment";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { Export } from "@/domain/contract/export";
import { FORMAT_TEXTS } from "./format-texts";
import { sayBytes } from "./say-bytes";
import { fileOf, isUnfinished, type useExports } from "./use-exports";

interface ExportListProps {
  exports: Pick<ReturnType<typeof useExports>, "items" | "remove">;
}

/** Files that were made: how far each is, to download again, to cancel or to remove. */
export function ExportList({ exports: { items, remove } }: ExportListProps) {
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="exports">
      <h2 id="exports" className="font-serif text-lg">
        Your exports
      </h2>
      <p className="mb-3 text-sm text-text-muted">Each holds the data as it was then, and is kept for a week.</p>
      <ul className="divide-y divide-border border-y">
        {items.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3 text-sm">
            <div className="min-w-0">
              <p className="break-words font-medium">{one.fileName}</p>
              <p className="text-text-muted">
                {FORMAT_TEXTS[one.choice.format].label} · <Moment at={one.createdAt} />
                {one.state === "done" && ` · ${sayBytes(one.written)}`}
              </p>
              {one.problem && (
                <p role="alert" className="mt-1 max-w-prose text-danger">
                  {one.problem}
                </p>
              )}
            </div>
            <div className="flex flex-wrap items-center gap-2">
              {isUnfinished(one) && <MakingProgress {...one} />}
              {one.state === "done" && (
                <a
                  href={fileOf(one)}
                  download
                  className={buttonStyles({ size: "sm" })}
                  aria-label={`Download ${one.fileName} again`}
                >
                  <Download aria-hidden className="size-4" /> Download again
                </a>
              )}
              <Button
                size="sm"
                variant="quiet"
                onClick={() => remove(one.id)}
                aria-label={`${isUnfinished(one) ? "Cancel" : "Remove"} ${one.fileName}`}
              >
                {isUnfinished(one) ? <X aria-hidden className="size-4" /> : <Trash2 aria-hidden className="size-4" />}
                {isUnfinished(one) ? "Cancel" : "Remove"}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function MakingProgress({ state, written, expected, fileName }: Export) {
  if (state === "waiting" || expected === null) return <span className="text-text-muted">Waiting its turn…</span>;
  return (
    <ProgressBar
      label={`Making ${fileName}`}
      // What it will be is an estimate: full only when it is there.
      value={Math.min(written, expected * 0.99)}
      max={expected}
      text={`${sayBytes(written)} of about ${sayBytes(expected)}`}
    />
  );
}
