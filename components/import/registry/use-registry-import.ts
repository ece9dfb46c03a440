import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { v7 as uuid } from "uuid";
import { api, LONG_TIMEOUT_MS } from "@/components/api-client";
import { IMPORT_FILE_LIMIT, type Import } from "@/domain/contract/import";
import type { RegistryListName } from "@/domain/contract/registry-entries";
import type { RegistryReport, RegistryTableInput } from "@/domain/contract/registry-table";
import { toBase64 } from "../to-base64";

/** What the person is told of a file that cannot be sent at all. */
class NotSent extends Error {}

interface Chosen {
  file: File;
  list: RegistryListName;
  cells: RegistryTableInput["cells"];
}

/** A table of speakers or targets: looked at, imported. Only the last one writes. */
export function useRegistryImport(projectId: string, initial: RegistryListName, onImported: (made: Import) => void) {
  const [file, setFile] = useState<File | null>(null);
  const [list, setList] = useState(initial);
  // A browser's download is made for a spreadsheet.
  const [cells, setCells] = useState<RegistryTableInput["cells"]>("spreadsheet");
  const path = `/projects/${projectId}/registry`;
  const look = useMutation({
    mutationFn: async (chosen: Chosen) => {
      if (chosen.file.size > IMPORT_FILE_LIMIT) {
        throw new NotSent(`“${chosen.file.name}” has more than ${IMPORT_FILE_LIMIT / 1024 / 1024} MB: split it.`);
      }
      const body = { list: chosen.list, cells: chosen.cells, base64: await toBase64(chosen.file) };
      return { body, report: await api.post<RegistryReport>(`${path}/import-preview`, body, LONG_TIMEOUT_MS) };
    },
  });
  const make = useMutation({
    mutationFn: ({ body, report }: { body: object; report: RegistryReport }) => {
      const input = { ...body, digest: report.digest, operationId: uuid(), id: uuid() };
      return api.post<Import>(`${path}/imports`, input, LONG_TIMEOUT_MS);
    },
    onSuccess: (made) => {
      begin({ file: null });
      onImported(made);
    },
  });

  function begin(change: Partial<Omit<Chosen, "file">> & { file?: File | null }): void {
    const next = { file, list, cells, ...change };
    setFile(next.file);
    setList(next.list);
    setCells(next.cells);
    make.reset();
    if (next.file) look.mutate({ file: next.file, list: next.list, cells: next.cells });
    else look.reset();
  }

  return {
    ...{ file, list, cells, begin },
    report: look.isSuccess ? look.data.report : null,
    isLooking: look.isPending,
    isMaking: make.isPending,
    error: look.error ?? make.error,
    isNotSent: look.error instanceof NotSent,
    make: () => look.data && make.mutate(look.data),
  };
}
