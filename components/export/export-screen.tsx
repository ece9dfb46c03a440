"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { type ReactNode, useState } from "react";
import { api } from "@/components/api-client";
import { messageOf } from "@/components/shell/message-of";
import { ProjectName } from "@/components/shell/project-name";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ExportChoice, ExportPreview } from "@/domain/contract/export";
import { DEFAULT_CHOICE, toSearch } from "./export-choice";
import { ExportForm, type ExportParts } from "./export-form";
import { ExportList } from "./export-list";
import { ExportNotes } from "./export-notes";
import { FORMAT_TEXTS } from "./format-texts";
import { Preview } from "./preview";
import { sayBytes } from "./say-bytes";
import { useExports } from "./use-exports";

interface ExportScreenProps {
  project: { id: string; name: string };
  /** Of the default choice; null while the export is closed to the reader. */
  preview: ExportPreview | null;
  parts: ExportParts;
  /** Shown in place of the export while it is closed. */
  blind: ReactNode[];
}

export function ExportScreen({ project, preview, parts, blind }: ExportScreenProps) {
  return (
    <div className="flex flex-col gap-8">
      <ProjectName project={project} />
      {preview === null ? (
        <div className="flex max-w-2xl flex-col gap-4">{blind}</div>
      ) : (
        <OpenExport projectId={project.id} preview={preview} parts={parts} />
      )}
    </div>
  );
}

interface OpenExportProps {
  projectId: string;
  preview: ExportPreview;
  parts: ExportParts;
}

function OpenExport({ projectId, preview, parts }: OpenExportProps) {
  const [choice, setChoice] = useState<ExportChoice>(DEFAULT_CHOICE);
  const search = toSearch(choice);
  const found = useQuery({
    queryKey: ["export-preview", projectId, search],
    queryFn: () => api.get<ExportPreview>(`/projects/${projectId}/export/preview?${search}`),
    initialData: search === toSearch(DEFAULT_CHOICE) ? preview : undefined,
    placeholderData: keepPreviousData,
  });
  const exports = useExports(projectId);
  const trouble = found.error ?? exports.error;
  return (
    <>
      <ExportForm choice={choice} parts={parts} onChange={setChoice} />
      <section aria-labelledby="preview">
        <div className="mb-3 flex flex-wrap items-end justify-between gap-4">
          <div>
            <h2 id="preview" className="font-serif text-lg">
              What you get
            </h2>
            <p aria-live="polite" className="text-sm text-text-muted">
              {found.data && sayContents(found.data, choice)}
            </p>
          </div>
          <Button variant="primary" size="lg" busy={exports.isStarting} onClick={() => exports.start(choice)}>
            <Download aria-hidden className="size-4" />
            Download {FORMAT_TEXTS[choice.format].label}
          </Button>
        </div>
        {trouble && (
          <Notice tone="danger" role="alert" className="mb-3">
            {messageOf(trouble)}
          </Notice>
        )}
        {found.data && <Preview preview={found.data} format={choice.format} />}
      </section>
      <ExportList exports={exports} />
      <ExportNotes />
    </>
  );
}

function sayContents(preview: ExportPreview, { layers }: ExportChoice): string {
  const count = (value: number, one: string, many: string) => `${value} ${value === 1 ? one : many}`;
  const parts = [count(preview.documents, "article", "articles")];
  if (layers !== "adjudication") {
    const { readings, readingsWithSuggestions, readingStatements } = preview;
    parts.push(`${count(readings, "reading", "readings")} with ${count(readingStatements, "statement", "statements")}`);
    if (readingsWithSuggestions > 0) {
      parts.push(`${count(readingsWithSuggestions, "reading", "readings")} made with suggestions shown`);
    }
  }
  if (layers !== "annotation") parts.push(count(preview.goldStatements, "gold statement", "gold statements"));
  if (layers === "all") parts.push(count(preview.suggestions, "suggestion", "suggestions"));
  parts.push(`${preview.size.exact ? "" : "about "}${sayBytes(preview.size.bytes)}`);
  return parts.join(" · ");
}
