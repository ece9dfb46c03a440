"use client";

import { useRef } from "react";
import { LazyDialog } from "@/components/ui/lazy-dialog";
import { lazyPart } from "@/components/ui/lazy-part";

export const historyDialog = lazyPart(async () => (await import("./history-dialog")).HistoryDialog);

/** The history of one statement while it is asked for. */
export function LazyHistory({ statementId, onClose }: { statementId: string | null; onClose: () => void }) {
  // It stays to close in its own time, and to give the focus back.
  const last = useRef(statementId);
  if (statementId !== null) last.current = statementId;
  if (last.current === null) return null;
  return (
    <LazyDialog
      part={historyDialog}
      name="The history"
      dialog={{
        statementId: last.current,
        open: statementId !== null,
        onOpenChange: (open: boolean) => open || onClose(),
      }}
    />
  );
}
