import { RotateCcw, X } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import type { ColumnMapping } from "@/domain/contract/import";
import { ColumnMapper } from "./column-mapper";
import type { ImportFile } from "./import-file";

/** Problems of one file that are listed; a table may have one in each row. */
const LISTED = 50;

interface FileListProps {
  files: readonly ImportFile[];
  onReadAgain: (file: ImportFile, mapping: ColumnMapping | null) => void;
  onRemove: (key: string) => void;
}

/** Every file that was brought: how far it is, what of it could not be read, and what its columns hold. */
export function FileList({ files, onReadAgain, onRemove }: FileListProps) {
  if (files.length === 0) return null;
  const left = files.filter(({ state }) => state === "waiting" || state === "reading").length;
  return (
    <section aria-labelledby="files">
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 id="files" className="font-serif text-lg">
          Files
        </h2>
        <p role="status" className="text-sm text-text-muted">
          {left > 0 ? `${files.length - left} of ${files.length} read` : "All read"}
        </p>
      </div>
      <ul className="divide-y divide-border border-y">
        {files.map((file) => (
          <li key={file.key} className="py-3 text-sm">
            <div className="flex items-start justify-between gap-3">
              <div className="min-w-0">
                <p className="break-words font-medium">{file.file.name}</p>
                <p className="mt-1 flex flex-wrap items-center gap-2">
                  <FileState file={file} />
                </p>
              </div>
              <div className="flex shrink-0 items-center gap-1">
                {file.state === "failed" && (
                  <Button size="sm" onClick={() => onReadAgain(file, file.mapping)}>
                    <RotateCcw aria-hidden className="size-4" /> Try again
                  </Button>
                )}
                <IconButton size="sm" label={`Remove ${file.file.name}`} onClick={() => onRemove(file.key)}>
                  <X aria-hidden />
                </IconButton>
              </div>
            </div>
            <Problems file={file} />
            {file.preview?.table && file.preview.table.columns.length > 0 && (
              <ColumnMapper
                columns={file.preview.table.columns}
                mapping={file.mapping}
                disabled={file.state !== "read"}
                onChange={(mapping) => onReadAgain(file, mapping)}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function FileState({ file: { state, preview } }: { file: ImportFile }) {
  if (state === "waiting") return <Badge>Waiting</Badge>;
  if (state === "reading") return <Badge tone="accent">Reading…</Badge>;
  if (state === "failed") return <Badge tone="danger">Not read</Badge>;
  const { documents = [], problems = [] } = preview ?? {};
  return (
    <>
      {documents.length > 0 && (
        <Badge tone="success">{documents.length === 1 ? "1 article" : `${documents.length} articles`}</Badge>
      )}
      {problems.length > 0 && (
        <Badge tone="danger">{problems.length === 1 ? "1 problem" : `${problems.length} problems`}</Badge>
      )}
      {documents.length + problems.length === 0 && <Badge tone="warning">No articles in it</Badge>}
    </>
  );
}

function Problems({ file: { trouble, preview, state } }: { file: ImportFile }) {
  if (state === "failed" && trouble) {
    return (
      <p role="alert" className="mt-2 max-w-prose text-danger">
        {trouble}
      </p>
    );
  }
  const problems = preview?.problems ?? [];
  if (problems.length === 0) return null;
  return (
    <ul className="mt-2 grid max-w-prose gap-1 text-danger">
      {problems.slice(0, LISTED).map(({ place, message }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is replaced as a whole
        <li key={at} className="break-words">
          {place && <span className="font-medium">{place}: </span>}
          {message}
        </li>
      ))}
      {problems.length > LISTED && <li>and {problems.length - LISTED} more.</li>}
    </ul>
  );
}
