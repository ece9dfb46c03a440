"use client";
import { ListFilter } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Menu, MenuRadioGroup } from "@/components/ui/menu";
import { type ClusterFilter, matches, type ReviewCluster } from "./review-cluster";

const FILTERS: { value: ClusterFilter; label: string }[] = [
  { value: "all", label: "All clusters" },
  { value: "open", label: "Open" },
  { value: "discussed", label: "With an open discussion" },
  { value: "missing", label: "Not found by all" },
  { value: "boundary", label: "Boundary differs" },
  { value: "speaker", label: "Speaker differs" },
  { value: "stance", label: "Stance differs" },
  { value: "field", label: "A coded field differs" },
];

interface ClusterFilterBarProps {
  filter: ClusterFilter;
  onFilter: (filter: ClusterFilter) => void;
  clusters: readonly ReviewCluster[];
  openThreads: ReadonlyMap<string, number>;
}

export function ClusterFilterBar({ filter, onFilter, clusters, openThreads }: ClusterFilterBarProps) {
  const count = (value: ClusterFilter) => clusters.filter((one) => matches(value, one, openThreads)).length;
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
