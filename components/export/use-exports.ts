import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { v7 as uuid } from "uuid";
import { api } from "@/components/api-client";
import type { Export, ExportChoice, ExportList } from "@/domain/contract/export";
import { toAsk } from "./export-choice";

/** How often the progress of exports that are being made is asked for, milliseconds. */
const ASKED_EVERY = 500;

export const isUnfinished = ({ state }: Export) => state === "waiting" || state === "running";

/** Where the browser gets the file of an export. */
export const fileOf = ({ id }: Pick<Export, "id">) => `/api/v1/exports/${id}/file`;

/** One's own exports of a project: begun, followed, downloaded once they are there, removed. */
export function useExports(projectId: string) {
  const client = useQueryClient();
  const queryKey = ["exports", projectId];
  const list = useQuery({
    queryKey,
    queryFn: () => api.get<ExportList>(`/projects/${projectId}/exports`),
    refetchInterval: (query) => (query.state.data?.items.some(isUnfinished) ? ASKED_EVERY : false),
  });
  // Those begun here are downloaded by themselves; what was begun elsewhere or earlier waits for a press.
  const begun = useRef(new Set<string>());
  const start = useMutation({
    mutationFn: (choice: ExportChoice) => {
      const id = uuid();
      begun.current.add(id);
      return api.post<Export>(`/projects/${projectId}/exports`, { operationId: uuid(), id, choice: toAsk(choice) });
    },
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
  const remove = useMutation({
    mutationFn: (id: string) => api.delete<Export>(`/exports/${id}`, { operationId: uuid() }),
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
  const items = list.data?.items ?? [];
  useEffect(() => {
    for (const one of items) {
      if (one.state === "done" && begun.current.delete(one.id)) download(fileOf(one));
    }
  }, [items]);
  return {
    items,
    error: start.error ?? remove.error,
    isStarting: start.isPending,
    start: start.mutate,
    remove: remove.mutate,
  };
}

function download(href: string): void {
  const link = document.createElement("a");
  link.href = href;
  link.download = "";
  link.click();
}
