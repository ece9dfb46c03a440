"use client";
import { useRef, useState } from "react";
import { v7 as uuid } from "uuid";
import { api } from "@/components/api-client";
import type { SearchFilters } from "@/components/search/search-address";
import type { SearchOptions } from "@/components/search/search-filter-bar";
import { messageOf } from "@/components/shell/message-of";
import { useToast } from "@/components/ui/toast";
import type { RecodeBody, Recoded } from "@/domain/contract/recode";
import { RecodeDialog } from "./recode-dialog";
import { SelectionBar } from "./selection-bar";
import type { useSelection } from "./use-selection";

interface RecodeSelectionProps {
  projectId: string;
  /** The gold statements of the page. */
  among: readonly string[];
  /** What is searched for, and how many gold statements that finds. */
  search: SearchFilters;
  found: number;
  selection: ReturnType<typeof useSelection>;
  options: Pick<SearchOptions, "speakers" | "targets" | "lists">;
  types: Readonly<Record<string, string>>;
  /** Searches anew. */
  reread: () => unknown;
}

/** The gold statements that were chosen, and the way to change them at once. */
export function RecodeSelection(props: RecodeSelectionProps) {
  const { projectId, among, search, found, selection, options, types, reread } = props;
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const bar = useRef<HTMLElement>(null);
  const { chosen, isAll, add, addAll, clear } = selection;

  function undo(id: string): void {
    api.post(`/projects/${projectId}/recodes/${id}/undo`, { operationId: uuid() }).then(
      () => {
        toast.show({ tone: "success", title: "As before" });
        reread();
      },
      (error: unknown) => toast.show({ tone: "danger", title: "Nothing was undone", description: messageOf(error) }),
    );
  }

  function finish({ id, statements }: Recoded): void {
    setOpen(false);
    // The button that opened it is gone with what was chosen.
    bar.current?.focus();
    clear();
    toast.show({
      tone: "success",
      title: statements === 1 ? "1 statement recoded" : `${statements.toLocaleString("en")} statements recoded`,
      action: { label: "Undo", run: () => undo(id) },
    });
  }

  return (
    <>
      <SelectionBar
        bar={bar}
        chosen={chosen.length}
        {...{ isAll, found, onPage: among.length }}
        left={among.filter((id) => !chosen.includes(id)).length}
        onChoosePage={() => add(among)}
        onChooseAll={addAll}
        onClear={clear}
        onRecode={() => setOpen(true)}
      />
      {open && (
        <RecodeDialog
          {...{ projectId, options, types }}
          what={
            isAll
              ? { found: search as RecodeBody["found"] & object, count: found }
              : { statementIds: chosen, count: chosen.length }
          }
          onClose={() => setOpen(false)}
          onDone={finish}
          reread={reread}
        />
      )}
    </>
  );
}
