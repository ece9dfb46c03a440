"use client";

import { History } from "lucide-react";
import { Button } from "@/components/ui/button";
import { useKeyOf } from "@/components/ui/command-keys";
import { Kbd } from "@/components/ui/kbd";
import { ariaKeys } from "@/components/ui/print-chord";
import { useAnnotationScreen } from "../annotation-context";

export function HistoryButton({ statementId }: { statementId: string }) {
  const { showHistory } = useAnnotationScreen();
  const keys = useKeyOf()("statement.history");
  return (
    <Button
      variant="quiet"
      size="sm"
      aria-haspopup="dialog"
      aria-keyshortcuts={ariaKeys(keys)}
      onClick={() => showHistory(statementId)}
    >
      <History aria-hidden className="size-4" /> History {keys && <Kbd keys={keys} className="max-sm:hidden" />}
    </Button>
  );
}
