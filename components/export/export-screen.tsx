"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import Link from "next/link";
import { type ReactNode, useState } from "react";
import { api } from "@/components/api-client";
import { messageOf } from "@/components/shell/message-of";
import { ProjectChoice } from "@/components/shell/project-choice";
import { buttonStyles } from "@/components/ui/button-styles";
import { Notice } from "@/components/ui/notice";
import { RadioCards } from "@/components/ui/radio-cards";
import type { ExportPreview } from "@/domain/contract/export";
import { FORMAT_NAMES } from "@/domain/formats/format-names";
import { DEFAULT_CHOICE, type ExportChoice, toSearch } from "./export-choice";
import { FORMAT_TEXTS } from "./format-texts";
import { PreviewTable } from "./preview-table";

interface ExportScreenProps {
  project: { id: string; name: string };
  projects: { id: string; name: string }[];
  /** Of the default choice; null while the export is closed to the reader. */
  preview: ExportPreview | null;
  /** Shown in place of the export while it is closed. */
  blind: ReactNode[];
}

export function ExportScreen({ project, projects, preview, blind }: ExportScreenProps) {
  const [choice, setChoice] = useState<ExportChoice>(DEFAULT_CHOICE);
  const query = toSearch(choice);
  const isDefault = query === toSearch(DEFAULT_CHOICE);
  const found = useQuery({
    queryKey: ["export-preview", project.id, query],
    queryFn: () => api.get<ExportPreview>(`/projects/${project.id}/export/preview?${query}`),
    initialData: isDefault ? (preview ?? undefined) : undefined,
    placeholderData: keepPreviousData,
    enabled: preview !== null,
  });

  return (
    <div className="flex flex-col gap-8">
      <ProjectChoice project={project} projects={projects} screen="export" />
      {preview === null ? (
        <div className="flex max-w-2xl flex-col gap-4">{blind}</div>
      ) : (
        <>
          <ExportForm choice={choice} onChange={setChoice} />
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
              <a
                href={`/api/v1/projects/${project.id}/export?${query}`}
                download
                className={buttonStyles({ variant: "primary", size: "lg" })}
              >
                <Download aria-hidden className="size-4" />
                Download {FORMAT_TEXTS[choice.format].label}
              </a>
            </div>
            {found.isError && (
              <Notice tone="danger" role="alert">
                {messageOf(found.error)}
              </Notice>
            )}
            {found.data && <PreviewTable rows={found.data.rows} />}
            {choice.format !== "csv" && (
              <p className="mt-2 text-sm text-text-muted">
                Shown as rows of one table; the download holds the same statements in its own form.
              </p>
            )}
          </section>
          <Notice tone="info" role="note" title="Before you use it">
            <ul className="list-disc space-y-1 pl-4">
              <li>
                Annotators appear under pseudonyms that are stable within this project and mean nothing outside it.
              </li>
              <li>
                Offsets count Unicode code points from 0, end exclusive, as Python and R do:{" "}
                <code>text[start:end] == quote</code>. JavaScript and Java count otherwise.
              </li>
              <li>
                The file holds finished readings only; “finished and marked nothing” is in it, “not finished” is not.
              </li>
              <li>
                A program can fetch it too:{" "}
                <Link href="/api/docs" className="underline underline-offset-2">
                  how the API works
                </Link>
                .
              </li>
            </ul>
          </Notice>
        </>
      )}
    </div>
  );
}

function ExportForm({ choice, onChange }: { choice: ExportChoice; onChange: (choice: ExportChoice) => void }) {
  return (
    <form className="grid gap-6" onSubmit={(event) => event.preventDefault()}>
      <RadioCards
        label="Format"
        value={choice.format}
        onValueChange={(format) => onChange({ ...choice, format })}
        options={FORMAT_NAMES.map((value) => ({ value, ...FORMAT_TEXTS[value] }))}
      />
      <RadioCards
        label="Layers"
        value={choice.layers}
        onValueChange={(layers) => onChange({ ...choice, layers })}
        options={[
          {
            value: "both",
            label: "Readings and gold",
            description: "Each annotator's statements and the settled ones.",
          },
          {
            value: "annotation",
            label: "Readings only",
            description: "What each annotator marked, disagreement kept.",
          },
          { value: "adjudication", label: "Gold only", description: "The statements that rulings settled on." },
          {
            value: "all",
            label: "With suggestions",
            description: "Readings, gold, and everything that agents suggested.",
          },
        ]}
      />
      {choice.format.startsWith("csv") && (
        <RadioCards
          label="Cells"
          value={choice.cells}
          onValueChange={(cells) => onChange({ ...choice, cells })}
          options={[
            {
              value: "spreadsheet",
              label: "For a spreadsheet",
              description: "Cells that a spreadsheet would run as a formula get an apostrophe in front.",
            },
            { value: "raw", label: "For a program", description: "Every cell exactly as it is stored." },
          ]}
        />
      )}
    </form>
  );
}

function sayBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, "kB"] : [bytes / 1_000_000, "MB"];
  return `${value.toLocaleString("en", { maximumSignificantDigits: 3 })} ${unit}`;
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
