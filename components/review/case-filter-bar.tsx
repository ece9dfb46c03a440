"use client";
import { ListFilter } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Menu, MenuRadioGroup } from "@/components/ui/menu";
import { type CaseFilter, matches, type ReviewCase } from "./review-case";

const FILTERS: { value: CaseFilter; label: string }[] = [
  { value: "all", label: "All passages" },
  { value: "open", label: "Open" },
  { value: "missing", label: "Not found by all" },
  { value: "boundary", label: "Boundary differs" },
  { value: "speaker", label: "Speaker differs" },
  { value: "stance", label: "Stance differs" },
  { value: "field", label: "A coded field differs" },
];

interface CaseFilterBarProps {
  filter: CaseFilter;
  onFilter: (filter: CaseFilter) => void;
  cases: readonly ReviewCase[];
}

export function CaseFilterBar({ filter, onFilter, cases }: CaseFilterBarProps) {
  const count = (value: CaseFilter) => cases.filter((one) => matches(value, one)).length;
  const current = FILTERS.find((one) => one.value === filter);
  return (
    <Menu
      trigger={
        <Button variant="quiet" size="sm" className="-ml-2">
          <ListFilter aria-hidden className="size-4" />
          {current?.label} ({count(filter)})
        </Button>
      }
    >
      <MenuRadioGroup
        label="Show"
        value={filter}
        onValueChange={(value) => onFilter(FILTERS.find((one) => one.value === value)?.value ?? "all")}
        options={FILTERS.map(({ value, label }) => ({
          value,
          label: (
            <>
              <span className="flex-1">{label}</span>
              <span className="text-text-muted tabular-nums">{count(value)}</span>
            </>
          ),
        }))}
      />
    </Menu>
  );
}
