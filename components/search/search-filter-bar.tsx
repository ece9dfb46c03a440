"use client";
import { listOf, toggled } from "@/components/agreement/agreement-filters";
import { CheckList, FilterButton } from "@/components/agreement/filter-button";
import { Button } from "@/components/ui/button";
import { formatDay } from "@/components/ui/format-day";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { TextField } from "@/components/ui/text-field";
import type { SearchChoices } from "@/domain/contract/search";
import { AnswersFilter } from "./answers-filter";
import type { SearchFilters } from "./search-address";
import type { SearchedList } from "./searched-list";
import { SpeakerChoice } from "./speaker-choice";
import { useSpeakerNames } from "./use-speaker-names";

/** What a search can be narrowed by; people and targets under the name that stands for them now. */
export interface SearchOptions extends Omit<SearchChoices, "closed"> {
  /** Those that the page was opened with; the others come when somebody wants to choose among them. */
  speakers: readonly { id: string; name: string }[];
  targets: readonly { id: string; name: string }[];
  lists: readonly SearchedList[];
}

interface SearchFilterBarProps {
  projectId: string;
  options: SearchOptions;
  filters: SearchFilters;
  onChoose: (change: SearchFilters) => void;
}

/** What is looked through. Every choice is in the address, so that it can be sent to somebody. */
export function SearchFilterBar({ projectId, options, filters, onChoose }: SearchFilterBarProps) {
  const { speakers = options.speakers } = useSpeakerNames(projectId, { wanted: false });
  const chosenSpeakers = listOf(filters.speakers);
  const pick = (
    name: "targets" | "annotators" | "documents",
    label: string,
    items: readonly { value: string; label: string }[],
  ) => {
    const chosen = listOf(filters[name]);
    const names = new Map(items.map((item) => [item.value, item.label]));
    return (
      <FilterButton label={label} chosen={sayChosen(chosen, names)}>
        <CheckList
          label={label.toLowerCase()}
          options={items}
          chosen={chosen}
          onToggle={(id) => onChoose({ [name]: toggled(filters[name], id) })}
          onClear={() => onChoose({ [name]: undefined })}
        />
      </FilterButton>
    );
  };
  const named = (items: readonly { id: string; name: string }[]) =>
    items.map(({ id, name }) => ({ value: id, label: name }));
  const { q, sort, offset, within, ...narrowing } = filters;
  return (
    <section aria-label="Filters" className="flex flex-wrap items-center gap-x-1 gap-y-2 border-b pb-4 print:hidden">
      <FilterButton
        label="Speakers"
        chosen={sayChosen(chosenSpeakers, new Map(speakers.map(({ id, name }) => [id, name])))}
      >
        <SpeakerChoice
          projectId={projectId}
          chosen={chosenSpeakers}
          onToggle={(id) => onChoose({ speakers: toggled(filters.speakers, id) })}
          onClear={() => onChoose({ speakers: undefined })}
        />
      </FilterButton>
      {pick("targets", "Targets", named(options.targets))}
      <AnswersFilter
        lists={options.lists}
        chosen={listOf(filters.values)}
        onChoose={(next) => onChoose({ values: next.length > 0 ? next.join(",") : undefined })}
      />
      {options.annotators.length > 0 && pick("annotators", "Annotators", named(options.annotators))}
      {pick(
        "documents",
        "Articles",
        options.documents.map(({ id, title }) => ({ value: id, label: title })),
      )}
      <FilterButton label="Published" chosen={sayDays(filters)}>
        <div className="grid grid-cols-2 gap-2">
          <TextField
            type="date"
            label="From"
            compact
            value={filters.published_from ?? ""}
            onValueChange={(day: string) => onChoose({ published_from: day || undefined })}
          />
          <TextField
            type="date"
            label="To"
            compact
            value={filters.published_to ?? ""}
            onValueChange={(day: string) => onChoose({ published_to: day || undefined })}
          />
        </div>
      </FilterButton>
      <span className="ml-auto flex flex-wrap items-center gap-2">
        {Object.keys(narrowing).length > 0 && (
          <Button
            variant="quiet"
            size="sm"
            onClick={() => onChoose(Object.fromEntries(Object.keys(narrowing).map((name) => [name, undefined])))}
          >
            Clear
          </Button>
        )}
        {options.gold && (
          <SegmentedControl
            label="Gold or readings"
            value={(filters.layer as "gold" | "readings" | undefined) ?? "both"}
            onValueChange={(layer) => onChoose({ layer: layer === "both" ? undefined : layer })}
            options={[
              { value: "both", label: "Both" },
              { value: "readings", label: "Readings" },
              { value: "gold", label: "Gold" },
            ]}
          />
        )}
      </span>
    </section>
  );
}

function sayChosen(chosen: readonly string[], names: ReadonlyMap<string, string>): string | null {
  const [first] = chosen;
  if (first === undefined) return null;
  return chosen.length === 1 ? (names.get(first) ?? "1 chosen") : `${chosen.length} chosen`;
}

function sayDays({ published_from: from, published_to: to }: SearchFilters): string | null {
  if (!from && !to) return null;
  return `${from ? formatDay(from) : "…"} – ${to ? formatDay(to) : "…"}`;
}
