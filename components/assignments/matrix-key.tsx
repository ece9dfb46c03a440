import { Minus, Plus } from "lucide-react";
import { cn } from "@/components/ui/cn";
import { cellStates } from "./cell-states";

/** What the signs of the table mean, and its keys. */
export function MatrixKey() {
  return (
    <div className="flex flex-wrap gap-x-5 gap-y-1.5 text-sm text-text-muted">
      {Object.values(cellStates).map(({ name, icon: Icon, tone }) => (
        <span key={name} className="flex items-center gap-1.5">
          <Icon aria-hidden className={cn("size-4", tone)} /> {name}
        </span>
      ))}
      <span className="flex items-center gap-1.5">
        <Plus aria-hidden className="size-4 text-accent" /> to give
      </span>
      <span className="flex items-center gap-1.5">
        <Minus aria-hidden className="size-4 text-danger" /> to withdraw
      </span>
      <span className="max-sm:hidden">Arrow keys move, Space changes, with Shift down to the last one changed.</span>
    </div>
  );
}
