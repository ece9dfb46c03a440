"use client";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { sayAction } from "@/domain/audit/event-sentences";
import { type EventFilter, type EventList, SUBJECT_TYPES } from "@/domain/contract/audit";
import { eventAddress } from "./event-address";

interface EventFiltersProps {
  projectId: string;
  list: Pick<EventList, "actors" | "actions">;
  filter: EventFilter;
}

type Chosen = { [Name in keyof EventFilter]?: string | undefined };

/** Who, what, about what, when; each choice is in the address, so that it can be sent to somebody. */
export function EventFilters({ projectId, list, filter }: EventFiltersProps) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const choose = (change: Chosen) =>
    startTransition(() =>
      router.push(eventAddress(projectId, { ...filter, ...change } as EventFilter), { scroll: false }),
    );
  const all = { value: "", label: "All" };
  return (
    <section aria-label="Filters" aria-busy={isPending} className="flex flex-wrap items-end gap-3">
      <SelectField
        className="w-44 max-sm:w-full"
        label="Who"
        value={filter.actor ?? ""}
        onValueChange={(actor) => choose({ actor: actor || undefined })}
        options={[
          { ...all, label: "Everybody" },
          ...list.actors.map(({ actor, name }) => ({ value: actor, label: name ?? actor })),
        ]}
      />
      <SelectField
        className="w-60 max-sm:w-full"
        label="Did what"
        value={filter.action ?? ""}
        onValueChange={(action) => choose({ action: action || undefined })}
        options={[
          { ...all, label: "Anything" },
          ...list.actions
            .map((action) => ({ value: action, label: sayAction(action) }))
            .sort((a, b) => (a.label < b.label ? -1 : 1)),
        ]}
      />
      <SelectField
        className="w-32 max-sm:w-full"
        label="To what"
        value={filter.subjectType ?? ""}
        onValueChange={(subjectType) => choose({ subjectType: subjectType || undefined })}
        options={[all, ...SUBJECT_TYPES.map((type) => ({ value: type, label: SUBJECT_WORDS[type] }))]}
      />
      <Day label="From" value={filter.from} onChoose={(from) => choose({ from })} />
      <Day label="To" value={filter.to} onChoose={(to) => choose({ to })} />
      {Object.values(filter).some((value) => value !== undefined) && (
        <Button variant="quiet" onClick={() => startTransition(() => router.push(eventAddress(projectId, {})))}>
          Clear
        </Button>
      )}
    </section>
  );
}

interface DayProps {
  label: string;
  value: string | undefined;
  onChoose: (day: string | undefined) => void;
}

/** By UTC. Of a day half typed the browser says nothing. */
function Day({ label, value, onChoose }: DayProps) {
  return (
    <TextField
      type="date"
      className="w-38 max-sm:w-[calc(50%-0.375rem)]"
      label={label}
      value={value ?? ""}
      onValueChange={(day) => onChoose(day || undefined)}
    />
  );
}

const SUBJECT_WORDS: Record<(typeof SUBJECT_TYPES)[number], string> = {
  project: "Project",
  member: "Members",
  codebook: "Codebook",
  document: "Articles",
  import: "Imports",
  speaker: "Speakers",
  target: "Targets",
  assignment: "Readings",
  statement: "Statements",
  ruling: "Rulings",
  comment: "Comments",
  export: "Exports",
};
