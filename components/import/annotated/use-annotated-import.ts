import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { v7 as uuid } from "uuid";
import { api, LONG_TIMEOUT_MS } from "@/components/api-client";
import {
  ANNOTATED_FILE_LIMIT,
  ANNOTATED_FILES_LIMIT,
  type AnnotatedImportInput,
  type ImportReport,
  type UploadedFile,
} from "@/domain/contract/annotated-import";
import type { Import } from "@/domain/contract/import";

/** What somebody decided that the files leave open. */
export type ImportChoices = Pick<AnnotatedImportInput, "format" | "codebook" | "people" | "columns">;

const NOTHING_CHOSEN: ImportChoices = { format: null, codebook: null, people: {}, columns: null };

/** What the person is told of files that cannot be sent at all. */
class NotSent extends Error {}

/** Files of annotated data: sent, looked at, imported. Only the last one writes. */
export function useAnnotatedImport(projectId: string, onImported: (made: Import) => void) {
  const [files, setFiles] = useState<readonly File[]>([]);
  const [choices, setChoices] = useState<ImportChoices>(NOTHING_CHOSEN);
  const [sent, setSent] = useState(0);
  // What was sent once is there for a day, also when it is looked at again.
  const uploads = useRef(new Map<File, Promise<UploadedFile>>());

  function upload(file: File): Promise<UploadedFile> {
    const held = uploads.current.get(file);
    if (held) return held;
    const name = file.webkitRelativePath || file.name || "pasted.json";
    const path = `/projects/${projectId}/uploads?name=${encodeURIComponent(name)}`;
    const made = api.post<UploadedFile>(path, file, LONG_TIMEOUT_MS);
    uploads.current.set(file, made);
    made.catch(() => uploads.current.delete(file));
    return made;
  }

  const look = useMutation({
    mutationFn: async ({ files: all, choices: chosen }: { files: readonly File[]; choices: ImportChoices }) => {
      if (all.length > ANNOTATED_FILES_LIMIT) {
        throw new NotSent(`More than ${ANNOTATED_FILES_LIMIT} files: put them into one ZIP, with their folders.`);
      }
      const large = all.find(({ size }) => size > ANNOTATED_FILE_LIMIT);
      if (large) {
        throw new NotSent(`“${large.name}” has more than ${ANNOTATED_FILE_LIMIT / 1024 / 1024} MB: split it.`);
      }
      const ids: string[] = [];
      for (const [at, file] of all.entries()) {
        setSent(at);
        ids.push((await upload(file)).id);
      }
      setSent(all.length);
      const body = { files: ids, ...chosen };
      const report = await api.post<ImportReport>(
        `/projects/${projectId}/annotated-import-preview`,
        body,
        LONG_TIMEOUT_MS,
      );
      return { report, body };
    },
  });
  const make = useMutation({
    mutationFn: ({ report, body }: { report: ImportReport; body: object }) => {
      const input = { ...body, digest: report.digest, operationId: uuid(), id: uuid() };
      return api.post<Import>(`/projects/${projectId}/annotated-imports`, input, LONG_TIMEOUT_MS);
    },
    onSuccess: (made) => {
      clear();
      onImported(made);
    },
  });

  function begin(all: readonly File[], chosen: ImportChoices): void {
    setFiles(all);
    setChoices(chosen);
    make.reset();
    if (all.length > 0) look.mutate({ files: all, choices: chosen });
    else look.reset();
  }

  function clear(): void {
    uploads.current.clear();
    begin([], NOTHING_CHOSEN);
  }

  return {
    ...{ files, choices, sent },
    report: look.isSuccess ? look.data.report : null,
    isLooking: look.isPending,
    isMaking: make.isPending,
    error: look.error ?? make.error,
    isNotSent: look.error instanceof NotSent,
    add: (more: readonly File[]) => begin([...files, ...more], choices),
    remove: (file: File) =>
      begin(
        files.filter((one) => one !== file),
        choices,
      ),
    choose: (change: Partial<ImportChoices>) => begin(files, { ...choices, ...change }),
    lookAgain: () => begin(files, choices),
    make: () => look.data && make.mutate(look.data),
  };
}
