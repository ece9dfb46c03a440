"use client";

import dynamic from "next/dynamic";
import { useRef } from "react";

// Few look at it: the screen starts without its script.
const HistoryDialog = dynamic(async () => (await import("./history-dialog")).HistoryDialog, { ssr: false });

/** The history of one statement while it is asked for. */
export function LazyHistory({ statementId, onClose }: { statementId: string | null; onClose: () => void }) {
  // It stays to close in its own time, and to give the focus back.
  const last = useRef(statementId);
  if (statementId !== null) last.current = statementId;
  if (last.current === null) return null;
  return (
    <HistoryDialog
      statementId={last.current}
      open={statementId !== null}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    />
  );
}
