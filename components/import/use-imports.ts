import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { v7 as uuid } from "uuid";
import { api } from "@/components/api-client";
import { useToast } from "@/components/ui/toast";
import type { Import, ImportAnswer, ImportInput, ImportList } from "@/domain/contract/import";
import { type ImportArticle, toImported } from "./import-file";
import { sayImport } from "./say-import";

/** Imports of a project: made, listed, undone. */
export function useImports(projectId: string, initial: ImportList, onImported: () => void) {
  const client = useQueryClient();
  const toast = useToast();
  const queryKey = ["imports", projectId];
  const list = useQuery({
    queryKey,
    queryFn: () => api.get<ImportList>(`/projects/${projectId}/imports`),
    initialData: initial,
  });
  // The same articles sent again after an answer that got lost are the same write.
  const sent = useRef<{ content: string; ids: Pick<ImportInput, "id" | "operationId"> } | null>(null);
  const make = useMutation({
    mutationFn: (articles: readonly ImportArticle[]) => {
      const documents = articles.map(toImported);
      const content = JSON.stringify(documents);
      if (sent.current?.content !== content) sent.current = { content, ids: { id: uuid(), operationId: uuid() } };
      return api.post<ImportAnswer>(`/projects/${projectId}/imports`, { ...sent.current.ids, documents });
    },
    onSuccess: (imported) => {
      sent.current = null;
      told(imported);
      onImported();
    },
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
  const undo = useMutation({
    mutationFn: (id: string) => api.delete<Import>(`/imports/${id}`, { operationId: uuid() }),
    onSuccess: () => toast.show({ tone: "success", title: "Import undone" }),
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
  /** Says that something came in, wherever it was brought. */
  function told(imported: Import): void {
    toast.show({
      tone: "success",
      title: `${sayImport(imported)} imported`,
      action: { label: "Undo", run: () => undo.mutate(imported.id) },
    });
    void client.invalidateQueries({ queryKey });
  }
  return {
    told,
    items: list.data.items,
    make: make.mutate,
    isMaking: make.isPending,
    undo: undo.mutate,
    undoing: undo.isPending ? undo.variables : null,
    error: make.error,
    undoError: undo.error,
  };
}
