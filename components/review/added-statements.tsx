import { Undo2 } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import type { Ruling } from "@/domain/contract/review";
import { spansInRole } from "@/domain/text/spans";
import type { listAdded } from "./review-cluster";

interface AddedStatementsProps {
  added: ReturnType<typeof listAdded>;
  disabled: boolean;
  onWithdraw: (ruling: Ruling) => void;
}

/** Gold that no reading has, below the clusters. */
export function AddedStatements({ added, disabled, onWithdraw }: AddedStatementsProps) {
  if (added.length === 0) return null;
  return (
    <section aria-label="Added in review" className="border-t px-3.5 py-2.5">
      <h3 className="text-text-muted text-xs">Added in review</h3>
      <ul>
        {added.map(({ ruling, statement }) => {
          const quote = spansInRole(statement.spans, "content")[0]?.quote ?? "";
          return (
            <li key={ruling.id} className="flex items-start gap-2 py-1.5">
              <span className="min-w-0 flex-1">
                <span className="line-clamp-2 text-sm" dir="auto">
                  {quote}
                </span>
                <span className="block text-text-muted text-xs">{ruling.reason}</span>
              </span>
              <IconButton
                label={`Withdraw “${quote.slice(0, 60)}”`}
                size="sm"
                disabled={disabled}
                onClick={() => onWithdraw(ruling)}
              >
                <Undo2 aria-hidden />
              </IconButton>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
