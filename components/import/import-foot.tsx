import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";

interface ImportFootProps {
  busy: boolean;
  disabled: boolean;
  onImport: () => void;
  /** How far it is. */
  children: ReactNode;
}

/** Stays in sight under a long report: how far the import is, and what makes it. */
export function ImportFoot({ busy, disabled, onImport, children }: ImportFootProps) {
  return (
    <div className="sticky bottom-0 z-10 -mx-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t bg-surface px-4 py-3 sm:mx-0 sm:px-0">
      <p role="status" className="text-sm text-text-muted">
        {children}
      </p>
      <Button variant="primary" size="lg" busy={busy} disabled={disabled} onClick={onImport}>
        Import
      </Button>
    </div>
  );
}
