"use client";
import { Checkbox } from "@/components/ui/checkbox";
import { TextField } from "@/components/ui/text-field";
import { isWhole } from "./overlap-fields";

export interface TypedPerson {
  userId: string;
  name: string;
  /** Unfinished readings they have. */
  open: number;
  chosen: boolean;
  /** As typed; empty: any number. */
  most: string;
}

interface PlanPeopleProps {
  people: readonly TypedPerson[];
  onChange: (people: TypedPerson[]) => void;
}

/** Who gets articles, and how many they may have to do at a time. */
export function PlanPeople({ people, onChange }: PlanPeopleProps) {
  const change = (userId: string, part: Partial<TypedPerson>) =>
    onChange(people.map((person) => (person.userId === userId ? { ...person, ...part } : person)));
  return (
    <fieldset>
      <legend className="mb-1 font-medium text-sm">Who gets articles</legend>
      <ul className="divide-y divide-border border-y">
        {people.map(({ userId, name, open, chosen, most }) => (
          <li key={userId} className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-1 py-1.5">
            <Checkbox
              label={
                <span>
                  <bdi>{name}</bdi> <span className="text-text-muted tabular-nums">({open} to do)</span>
                </span>
              }
              checked={chosen}
              onCheckedChange={(on) => change(userId, { chosen: on })}
            />
            {chosen && (
              <TextField
                label={`Most articles to do at a time for ${name}`}
                labelHidden
                compact
                className="w-32"
                inputMode="numeric"
                placeholder="any number"
                value={most}
                error={most === "" || isWhole(most, 0, 100_000) ? null : "A whole number."}
                onChange={(event) => change(userId, { most: event.target.value })}
              />
            )}
          </li>
        ))}
      </ul>
      <p className="mt-1 text-sm text-text-muted">
        The number limits how many unfinished articles somebody has at a time, those they have now included.
      </p>
    </fieldset>
  );
}
