import { X } from "lucide-react";
import { messageOf } from "@/components/shell/message-of";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Notice } from "@/components/ui/notice";
import type { Import } from "@/domain/contract/import";
import type { Member } from "@/domain/contract/members";
import { DropZone } from "../drop-zone";
import { ImportFoot } from "../import-foot";
import { ImportDecisions } from "./import-decisions";
import { ReportView } from "./report-view";
import { useAnnotatedImport } from "./use-annotated-import";

interface AnnotatedImportProps {
  projectId: string;
  members: readonly Member[];
  onImported: (made: Import) => void;
}

/** Readings, gold and suggestions from files: sent, reported on line by line, then written all at once. */
export function AnnotatedImport({ projectId, members, onImported }: AnnotatedImportProps) {
  const brought = useAnnotatedImport(projectId, onImported);
  const { files, report, isLooking, error } = brought;
  return (
    <>
      <DropZone
        onFiles={brought.add}
        kinds="Sayso JSON, brat, Label Studio, WebAnno TSV, CAS JSON, Web Annotation, CSV or JSONL of statements, DNA; folders as ZIP"
        paste={null}
      />
      {files.length > 0 && (
        <section aria-labelledby="files">
          <h2 id="files" className="mb-2 font-serif text-lg">
            Files
          </h2>
          <ul className="divide-y divide-border border-y">
            {files.map((file, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two files may be called the same
              <li key={at} className="flex items-center justify-between gap-3 py-2 text-sm">
                <p className="min-w-0 break-words">
                  <span className="font-medium">{file.webkitRelativePath || file.name}</span>{" "}
                  {isLooking && at >= brought.sent && <Badge>Waiting</Badge>}
                </p>
                <IconButton size="sm" label={`Remove ${file.name}`} onClick={() => brought.remove(file)}>
                  <X aria-hidden />
                </IconButton>
              </li>
            ))}
          </ul>
        </section>
      )}
      {error && (
        <Notice
          tone="danger"
          role="alert"
          action={
            files.length > 0 && (
              <Button size="sm" onClick={brought.lookAgain}>
                Look again
              </Button>
            )
          }
        >
          {brought.isNotSent ? error.message : messageOf(error)}
        </Notice>
      )}
      {report && (
        <>
          <ImportDecisions
            report={report}
            choices={brought.choices}
            members={members}
            disabled={isLooking || brought.isMaking}
            onChoose={brought.choose}
          />
          <ReportView report={report} />
        </>
      )}
      {files.length > 0 && (
        <ImportFoot busy={brought.isMaking} disabled={!report?.importable || isLooking} onImport={brought.make}>
          {saying(brought)}
        </ImportFoot>
      )}
    </>
  );
}

function saying({ files, sent, isLooking, isMaking, report }: ReturnType<typeof useAnnotatedImport>): string {
  if (isLooking && sent < files.length) return `Sending file ${sent + 1} of ${files.length}.`;
  if (isLooking) return "The files are being read.";
  if (isMaking) return "It is being written.";
  if (report && !report.importable) return "The report says what stops the import.";
  return report ? "All of it is imported, or nothing." : "Nothing is written before you import.";
}
