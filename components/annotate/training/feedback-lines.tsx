import { Check, X } from "lucide-react";
import type { FeedbackLine } from "./describe-feedback";

/** Answer by answer: what gold has, what was chosen, and what gold's value means. */
export function FeedbackLines({ lines }: { lines: readonly FeedbackLine[] }) {
  return (
    <ul className="grid gap-1.5">
      {lines.map(({ part, label, isSame, own, gold, meanings }) => (
        <li key={part} className="flex items-start gap-2">
          {isSame ? (
            <Check aria-hidden className="mt-0.5 size-4 shrink-0 text-success" />
          ) : (
            <X aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
          )}
          <div className="min-w-0">
            <p className="[overflow-wrap:anywhere]">
              <span className="font-medium">{label}:</span>{" "}
              {isSame ? (
                <>
                  <bdi>{own || "none"}</bdi> <span className="text-text-muted">as gold has it</span>
                </>
              ) : (
                <>
                  gold has <bdi className="font-medium">{gold || "none"}</bdi>, you chose <bdi>{own || "none"}</bdi>
                </>
              )}
            </p>
            {meanings.map((one) => (
              <p key={one.label} dir="auto" className="mt-0.5 text-text-muted">
                <span className="font-medium">{one.label}.</span> {one.definition}
                {one.example && <span className="block font-serif italic">{one.example}</span>}
              </p>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}
