"use client";
import { Button } from "@/components/ui/button";
import { formatDay } from "@/components/ui/format-day";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { TextField } from "@/components/ui/text-field";
import type { AgreementView, PassChoice } from "@/domain/contract/agreement";
import { type AgreementFilters, listOf, toggled, writeFilters } from "./agreement-filters";
import { CheckList, FilterButton } from "./filter-button";

interface FilterBarProps {
  view: Pick<AgreementView, "options" | "annotatorNames">;
  filters: AgreementFilters;
  onChoose: (change: AgreementFilters) => void;
}

/** What the figures are about. Every choice is in the address, so that it can be sent to somebody. */
export function FilterBar({ view: { options, annotatorNames }, filters, onChoose }: FilterBarProps) {
  const documents = listOf(filters.documents);
  const annotators = listOf(filters.annotators);
  const called = (annotator: string) => annotatorNames[annotator] ?? annotator;
  const titles = new Map(options.documents.map(({ id, title }) => [id, title]));
  return (
    <section aria-label="Filters" className="flex flex-wrap items-center gap-x-1 gap-y-2 border-b pb-4 print:hidden">
      <FilterButton label="Documents" chosen={sayChosen(documents, (id) => titles.get(id) ?? "1 chosen")}>
        <CheckList
          label="documents"
          options={options.documents.map(({ id, title }) => ({ value: id, label: title }))}
          chosen={documents}
          onToggle={(id) => onChoose({ documents: toggled(filters.documents, id) })}
          onClear={() => onChoose({ documents: undefined })}
        />
      </FilterButton>
      {options.annotators.length > 0 && (
        <FilterButton label="Annotators" chosen={sayChosen(annotators, called)}>
          <CheckList
            label="annotators"
            options={options.annotators.map((annotator) => ({ value: annotator, label: called(annotator) }))}
            chosen={annotators}
            onToggle={(annotator) => onChoose({ annotators: toggled(filters.annotators, annotator) })}
            onClear={() => onChoose({ annotators: undefined })}
          />
        </FilterButton>
      )}
      <FilterButton label="Codebook" chosen={filters.version ? `version ${filters.version}` : null}>
        <CheckList
          label="versions"
          options={options.versions.map((version) => ({ value: String(version), label: `Version ${version}` }))}
          chosen={listOf(filters.version)}
          onToggle={(version) => onChoose({ version: filters.version === version ? undefined : version })}
          onClear={() => onChoose({ version: undefined })}
        />
      </FilterButton>
      <FilterButton label="Outlet" chosen={filters.outlet ?? null}>
        <CheckList
          label="outlets"
          options={options.outlets.map((outlet) => ({ value: outlet, label: outlet }))}
          chosen={filters.outlet ? [filters.outlet] : []}
          onToggle={(outlet) => onChoose({ outlet: filters.outlet === outlet ? undefined : outlet })}
          onClear={() => onChoose({ outlet: undefined })}
        />
      </FilterButton>
      <FilterButton label="Dates" chosen={sayDates(filters)}>
        <Days label="Published" from="published_from" to="published_to" filters={filters} onChoose={onChoose} />
        <Days label="Finished" from="finished_from" to="finished_to" filters={filters} onChoose={onChoose} />
      </FilterButton>
      <span className="ml-auto flex flex-wrap items-center gap-2">
        {writeFilters(filters) !== "" && (
          <Button variant="quiet" size="sm" onClick={() => onChoose(cleared(filters))}>
            Clear
          </Button>
        )}
        <SegmentedControl<PassChoice>
          label="Passes that count"
          value={(filters.passes as PassChoice | undefined) ?? "blind"}
          onValueChange={(passes) => onChoose({ passes: passes === "blind" ? undefined : passes })}
          options={[
            { value: "blind", label: "Blind passes" },
            { value: "independent", label: "No suggestions" },
            { value: "all", label: "All passes" },
          ]}
        />
      </span>
    </section>
  );
}

interface DaysProps {
  label: string;
  from: "published_from" | "finished_from";
  to: "published_to" | "finished_to";
  filters: AgreementFilters;
  onChoose: (change: AgreementFilters) => void;
}

function Days({ label, from, to, filters, onChoose }: DaysProps) {
  const choose = (name: DaysProps["from"] | DaysProps["to"]) => (day: string) => onChoose({ [name]: day || undefined });
  return (
    <fieldset className="mt-3 first-of-type:mt-0">
      <legend className="mb-1 text-text-muted text-xs">{label}</legend>
      <div className="grid grid-cols-2 gap-2">
        <TextField type="date" label="From" value={filters[from] ?? ""} onValueChange={choose(from)} compact />
        <TextField type="date" label="To" value={filters[to] ?? ""} onValueChange={choose(to)} compact />
      </div>
    </fieldset>
  );
}

function sayChosen(chosen: readonly string[], nameOf: (value: string) => string): string | null {
  const [first] = chosen;
  if (first === undefined) return null;
  return chosen.length === 1 ? nameOf(first) : `${chosen.length} chosen`;
}

function sayDates({ published_from, published_to, finished_from, finished_to }: AgreementFilters): string | null {
  const days = [
    [published_from, published_to, "published"],
    [finished_from, finished_to, "finished"],
  ].flatMap(([from, to, what]) => {
    if (!from && !to) return [];
    return [`${what} ${from ? formatDay(from) : "…"} – ${to ? formatDay(to) : "…"}`];
  });
  return days.length > 0 ? days.join(", ") : null;
}

/** Every filter taken back; how statements are matched is no filter. */
function cleared(filters: AgreementFilters): AgreementFilters {
  return Object.fromEntries(Object.keys(filters).map((name) => [name, name === "match" ? filters.match : undefined]));
}
