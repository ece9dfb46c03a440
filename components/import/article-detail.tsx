import { ScrollingRegion } from "@/components/ui/scrolling-region";
import { TextField } from "@/components/ui/text-field";
import type { ImportArticle, ImportMetadata } from "./import-file";

const FIELDS: { part: keyof ImportMetadata; label: string; placeholder?: string; wide?: boolean }[] = [
  { part: "title", label: "Title", wide: true },
  { part: "outlet", label: "Outlet" },
  { part: "author", label: "Author" },
  { part: "published", label: "Date", placeholder: "YYYY-MM-DD" },
  { part: "language", label: "Language", placeholder: "en" },
  { part: "url", label: "Address", placeholder: "https://", wide: true },
];

interface ArticleDetailProps {
  article: ImportArticle;
  problems: Partial<Record<keyof ImportMetadata, string>>;
  onDescribe: (metadata: Partial<ImportMetadata>) => void;
}

/** The text as it will be stored, and metadata to correct. */
export function ArticleDetail({ article: { document, metadata }, problems, onDescribe }: ArticleDetailProps) {
  return (
    <div className="mt-3 grid gap-4 lg:grid-cols-[minmax(0,22rem)_minmax(0,1fr)]">
      <div className="grid content-start gap-3 sm:grid-cols-2">
        {FIELDS.map(({ part, label, placeholder, wide }) => (
          <TextField
            key={part}
            label={label}
            placeholder={placeholder}
            dir={part === "url" || part === "published" || part === "language" ? undefined : "auto"}
            className={wide ? "sm:col-span-2" : undefined}
            value={metadata[part] ?? ""}
            error={problems[part]}
            onChange={(event) => {
              const value = event.target.value;
              onDescribe({ [part]: part === "title" || value !== "" ? value : null });
            }}
          />
        ))}
      </div>
      <div className="min-w-0">
        <p className="mb-1 font-medium text-sm">
          Text as it will be stored
          {document.encoding && <span className="font-normal text-text-muted"> · read as {document.encoding}</span>}
        </p>
        {document.notes.length > 0 && (
          <ul className="mb-2 grid gap-1 text-sm text-text-muted">
            {document.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
        <ScrollingRegion label={`Text of ${metadata.title}`} className="max-h-96 rounded-lg border bg-surface-raised">
          <div
            dir="auto"
            lang={metadata.language ?? undefined}
            className="whitespace-pre-wrap break-words p-4 font-serif [overflow-wrap:anywhere]"
          >
            {document.text}
          </div>
        </ScrollingRegion>
      </div>
    </div>
  );
}
