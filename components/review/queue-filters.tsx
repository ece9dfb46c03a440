"use client";
import type { RefObject } from "react";
import { Combobox } from "@/components/ui/combobox";
import { SegmentedControl } from "@/components/ui/segmented-control";
import type { ReviewQueue } from "@/domain/contract/review-queue";
import type { Ground } from "@/domain/review/cluster-weight";
import type { QueueChoices } from "./queue-address";
import { sayGround } from "./say-ground";

interface QueueFiltersProps {
  queue: ReviewQueue;
  choices: QueueChoices;
  onChoose: (choices: QueueChoices) => void;
  filterRef: RefObject<HTMLDivElement | null>;
}

const STATES = { open: "Open", stale: "Out of date", settled: "Settled", all: "All" } as const;

/** What to look for. Each choice says how many clusters it would leave. */
export function QueueFilters({ queue, choices, onChoose, filterRef }: QueueFiltersProps) {
  const { choices: offered } = queue;
  const countOf = (state: string) => offered.state.find(({ value }) => value === state)?.count ?? 0;
  return (
    <div ref={filterRef} className="mb-6 flex flex-col gap-4">
      <SegmentedControl
        label="State"
        value={choices.state ?? "open"}
        onValueChange={(state) => onChoose({ ...choices, state })}
        options={(Object.keys(STATES) as (keyof typeof STATES)[]).map((state) => ({
          value: state,
          label: (
            <>
              {STATES[state]} <span className="ml-1.5 text-text-muted tabular-nums">{countOf(state)}</span>
            </>
          ),
        }))}
        className="self-start"
      />
      <div className="grid grid-cols-2 gap-3 md:grid-cols-3 xl:grid-cols-[repeat(auto-fit,minmax(9rem,1fr))]">
        <FilterChoice
          label="Reason to look"
          value={choices.kind}
          offered={offered.kind.map((choice) => ({ ...choice, label: sayGround(choice.value as Ground) }))}
          onChoose={(kind) => onChoose({ ...choices, kind: kind as Ground | undefined })}
        />
        <FilterChoice
          label="Coded field"
          value={choices.field}
          offered={offered.field}
          onChoose={(field) => onChoose({ ...choices, field })}
        />
        {offered.pair.length > 0 && (
          <FilterChoice
            label="Two annotators"
            value={choices.pair}
            offered={offered.pair}
            onChoose={(pair) => onChoose({ ...choices, pair })}
          />
        )}
        <FilterChoice
          label="Speaker"
          value={choices.speaker}
          offered={offered.speaker}
          onChoose={(speaker) => onChoose({ ...choices, speaker })}
        />
        <FilterChoice
          label="Target"
          value={choices.target}
          offered={offered.target}
          onChoose={(target) => onChoose({ ...choices, target })}
        />
        {(offered.discussion.length > 0 || choices.discussion) && (
          <FilterChoice
            label="Discussion"
            value={choices.discussion}
            offered={offered.discussion.map((choice) => ({
              ...choice,
              label: choice.value === "answer" ? "An annotator's answer" : "An open thread",
            }))}
            onChoose={(discussion) => onChoose({ ...choices, discussion: discussion as QueueChoices["discussion"] })}
          />
        )}
      </div>
    </div>
  );
}

interface FilterChoiceProps {
  label: string;
  value: string | undefined;
  offered: readonly { value: string; label: string; count: number }[];
  onChoose: (value: string | undefined) => void;
}

function FilterChoice({ label, value, offered, onChoose }: FilterChoiceProps) {
  // What is chosen stays in sight when it leaves nothing.
  const gone = value !== undefined && !offered.some((choice) => choice.value === value);
  return (
    <Combobox
      label={label}
      compact
      options={[...offered, ...(gone ? [{ value, label: "What was chosen", count: 0 }] : [])].map((choice) => ({
        id: choice.value,
        label: `${choice.label} (${choice.count})`,
      }))}
      value={value ?? null}
      onValueChange={(chosen) => onChoose(chosen ?? undefined)}
      placeholder="Any"
      emptyText="Nothing of this name differs."
    />
  );
}
