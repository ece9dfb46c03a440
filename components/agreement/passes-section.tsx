"use client";
import { Checkbox } from "@/components/ui/checkbox";
import { formatDay } from "@/components/ui/format-day";
import type { AgreementView, ComparedPass } from "@/domain/contract/agreement";
import { type AgreementFilters, listOf, toggled } from "./agreement-filters";
import { count, REASONS } from "./say-figure";

interface PassesSectionProps {
  view: AgreementView;
  filters: AgreementFilters;
  onChoose: (change: AgreementFilters) => void;
}

/** Passes that were not independent, each with whether it counts. Any of them can be left out. */
export function PassesSection({ view, filters, onChoose }: PassesSectionProps) {
  if (view.markedCount === 0) return null;
  return (
    <section aria-labelledby="passes">
      <h2 id="passes" className="font-serif text-xl">
        Passes to know about
      </h2>
      <p className="mt-1 max-w-prose text-sm text-text-muted">
        Made after seeing others' work, made with suggestions shown, or left out. Agreement means something only between
        passes made alone.
        {view.markedCount > view.marked.length && ` The first ${view.marked.length} of ${view.markedCount}.`}
      </p>
      <ul className="mt-3 divide-y divide-border border-y">
        {view.marked.map((pass) => (
          <li key={pass.assignmentId} className="flex flex-wrap items-baseline gap-x-6 gap-y-1 py-2 text-sm">
            <Checkbox
              label={
                <span className="min-w-32">
                  {/* A choice that a filter above made is taken back there. */}
                  {pass.leftOut === null || pass.leftOut === "chosen" ? "Counts" : `Left out: ${REASONS[pass.leftOut]}`}
                  <span className="sr-only">: pass by {pass.annotator}</span>
                </span>
              }
              checked={pass.leftOut === null}
              disabled={pass.leftOut !== null && pass.leftOut !== "chosen"}
              onCheckedChange={() => onChoose({ without: toggled(filters.without, pass.assignmentId) })}
            />
            <span className="font-mono text-text-muted text-xs">{pass.annotator}</span>
            <span className="min-w-0 flex-1 basis-60 truncate" dir="auto">
              {pass.title}
            </span>
            <span className="text-text-muted tabular-nums">
              {[sayHow(pass), count(pass.statements, "statement"), formatDay(pass.finishedAt)]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </li>
        ))}
      </ul>
      {listOf(filters.without).length > 0 && (
        <p className="mt-2 text-sm text-text-muted">
          {count(listOf(filters.without).length, "pass", "passes")} left out by choice.
        </p>
      )}
    </section>
  );
}

const sayHow = ({ blind, withSuggestions }: ComparedPass): string =>
  [!blind && "saw others' work", withSuggestions && "suggestions shown"].filter(Boolean).join(", ");
