"use client";
import { useState } from "react";
import { v7 as uuid } from "uuid";
import { api } from "@/components/api-client";
import type { SearchOptions } from "@/components/search/search-filter-bar";
import { messageOf } from "@/components/shell/message-of";
import { useToast } from "@/components/ui/toast";
import type { Recoded } from "@/domain/contract/recode";
import { RecodeDialog } from "./recode-dialog";
import { SelectionBar } from "./selection-bar";
import type { useSelection } from "./use-selection";

interface RecodeSelectionProps {
  projectId: string;
  /** The gold statements of the page. */
  among: readonly string[];
  selection: ReturnType<typeof useSelection>;
  options: Pick<SearchOptions, "speakers" | "targets" | "lists">;
  types: Readonly<Record<string, string>>;
  onDone: () => void;
}

/** The gold statements that were chosen, and the way to change them at once. */
export function RecodeSelection({ projectId, among, selection, options, types, onDone }: RecodeSelectionProps) {
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const { chosen, add, clear } = selection;

  function undo(id: string): void {
    api.post(`/projects/${projectId}/recodes/${id}/undo`, { operationId: uuid() }).then(
      () => {
        toast.show({ tone: "success", title: "As before" });
        onDone();
      },
      (error: unknown) => toast.show({ tone: "danger", title: "Nothing was undone", description: messageOf(error) }),
    );
  }

  function finish({ id, statements }: Recoded): void {
    setOpen(false);
    clear();
    onDone();
    toast.show({
      tone: "success",
      title: statements === 1 ? "1 statement recoded" : `${statements} statements recoded`,
      action: { label: "Undo", run: () => undo(id) },
    });
  }

  return (
    <>
      <SelectionBar
        chosen={chosen.length}
        left={among.filter((id) => !chosen.includes(id)).length}
        onChoosePage={() => add(among)}
        onClear={clear}
        onRecode={() => setOpen(true)}
      />
      {open && (
        <RecodeDialog
          {...{ projectId, options, types }}
          statementIds={chosen}
          onClose={() => setOpen(false)}
          onDone={finish}
        />
      )}
    </>
  );
}
