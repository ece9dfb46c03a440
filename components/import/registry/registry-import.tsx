import { Download, X } from "lucide-react";
import { messageOf } from "@/components/shell/message-of";
import { Button } from "@/components/ui/button";
import { buttonStyles } from "@/components/ui/button-styles";
import { Checkbox } from "@/components/ui/checkbox";
import { IconButton } from "@/components/ui/icon-button";
import { Notice } from "@/components/ui/notice";
import { SegmentedControl } from "@/components/ui/segmented-control";
import type { Import } from "@/domain/contract/import";
import type { RegistryListName } from "@/domain/contract/registry-entries";
import { ReportView } from "../annotated/report-view";
import { DropZone } from "../drop-zone";
import { ImportFoot } from "../import-foot";
import { useRegistryImport } from "./use-registry-import";

interface RegistryImportProps {
  projectId: string;
  /** Which list is chosen at first. */
  list: RegistryListName;
  onImported: (made: Import) => void;
}

/** Speakers or targets from a CSV file: reported on row by row, then written all at once. */
export function RegistryImport({ projectId, list: initial, onImported }: RegistryImportProps) {
  const brought = useRegistryImport(projectId, initial, onImported);
  const { file, list, report, isLooking, error } = brought;
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <SegmentedControl
          label="Which list"
          value={list}
          onValueChange={(next) => brought.begin({ list: next })}
          options={[
            { value: "speakers", label: "Speakers" },
            { value: "targets", label: "Targets" },
          ]}
        />
        <a
          href={`/api/v1/projects/${projectId}/registry/table?list=${list}&cells=spreadsheet`}
          download
          className={buttonStyles({ size: "sm" })}
        >
          <Download aria-hidden className="size-4" /> {list === "speakers" ? "Speakers" : "Targets"} as CSV
        </a>
      </div>
      <DropZone
        onFiles={([first]) => first && brought.begin({ file: first })}
        kinds="One CSV file with the columns of an exported one. A row with an id changes that entry, one without adds one; columns that are left out stay as they are."
        accept=".csv,.tsv,.txt"
        paste={null}
      />
      <Checkbox
        label="It was made for a spreadsheet: take the apostrophe before =, +, - and @ away"
        checked={brought.cells === "spreadsheet"}
        onCheckedChange={(isGuarded) => brought.begin({ cells: isGuarded ? "spreadsheet" : "raw" })}
      />
      {file && (
        <p className="flex items-center justify-between gap-3 border-y py-2 text-sm">
          <span className="min-w-0 break-words font-medium">{file.name}</span>
          <IconButton size="sm" label={`Remove ${file.name}`} onClick={() => brought.begin({ file: null })}>
            <X aria-hidden />
          </IconButton>
        </p>
      )}
      {error && (
        <Notice
          tone="danger"
          role="alert"
          action={
            file && (
              <Button size="sm" onClick={() => brought.begin({})}>
                Look again
              </Button>
            )
          }
        >
          {brought.isNotSent ? error.message : messageOf(error)}
        </Notice>
      )}
      {report && <ReportView report={{ ...report, format: { name: "CSV" } }} />}
      {file && (
        <ImportFoot busy={brought.isMaking} disabled={!report?.importable || isLooking} onImport={brought.make}>
          {saying(brought)}
        </ImportFoot>
      )}
    </>
  );
}

function saying({ isLooking, isMaking, report }: ReturnType<typeof useRegistryImport>): string {
  if (isLooking) return "The file is being read.";
  if (isMaking) return "It is being written.";
  if (report && !report.importable) return "The report says what stops the import.";
  return report ? "All of it is imported, or nothing." : "Nothing is written before you import.";
}
