import { ScrollingRegion } from "@/components/ui/scrolling-region";
import type { ExportPreview } from "@/domain/contract/export";
import type { FormatName } from "@/domain/formats/format-names";
import { PreviewTable } from "./preview-table";

interface PreviewProps {
  preview: ExportPreview;
  format: FormatName;
}

/** Formats that are the one table of rows. */
const TABLES: readonly FormatName[] = ["csv", "parquet", "xlsx"];

/** How a download begins: its rows where it is a table, else the first lines of its first file. */
export function Preview({ preview, format }: PreviewProps) {
  const { rows, beginning } = preview;
  if (beginning === null || TABLES.includes(format) || rows.length < 2) return <PreviewTable rows={rows} />;
  return (
    <div>
      <p className="mb-1 font-mono text-text-muted text-xs">{beginning.path}</p>
      <ScrollingRegion
        label={`Beginning of ${beginning.path}`}
        className="max-h-80 overflow-auto rounded-lg border bg-surface-raised p-3"
      >
        <pre className="text-xs">{beginning.text}</pre>
      </ScrollingRegion>
    </div>
  );
}
