"use client";
import { ChevronDown } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Popover } from "@/components/ui/popover";
import { TextField } from "@/components/ui/text-field";

interface FilterButtonProps {
  label: string;
  /** What is chosen, in a word or two; null: everything. */
  chosen: string | null;
  children: ReactNode;
}

/** One filter: a quiet button that says what is chosen and opens the choice. */
export function FilterButton({ label, chosen, children }: FilterButtonProps) {
  return (
    <Popover
      title={label}
      className="min-w-64"
      trigger={
        <Button variant="quiet" size="sm" className="-mx-0.5 max-w-64">
          <span className="text-text-muted">{label}</span>
          <span className="truncate" dir="auto">
            {chosen ?? "all"}
          </span>
          <ChevronDown aria-hidden className="size-3.5 shrink-0 text-text-muted" />
        </Button>
      }
    >
      {children}
    </Popover>
  );
}

interface CheckListProps {
  label: string;
  options: readonly { value: string; label: string }[];
  chosen: readonly string[];
  onToggle: (value: string) => void;
  onClear: () => void;
}

/** More than this and one searches for them. */
const SHOWN = 12;

/** Any of a list; none chosen is all of them. */
export function CheckList({ label, options, chosen, onToggle, onClear }: CheckListProps) {
  const [search, setSearch] = useState("");
  const wanted = search.trim().toLocaleLowerCase();
  const matching = options.filter((option) => option.label.toLocaleLowerCase().includes(wanted));
  // What is chosen stays in sight.
  const shown = [
    ...matching.filter((option) => chosen.includes(option.value)),
    ...matching.filter((option) => !chosen.includes(option.value)),
  ].slice(0, Math.max(SHOWN, chosen.length));
  return (
    <div className="grid gap-3">
      {options.length > SHOWN && (
        <TextField
          label={`Search ${label}`}
          labelHidden
          compact
          placeholder={`Search ${options.length} ${label}`}
          value={search}
          onValueChange={(value: string) => setSearch(value)}
        />
      )}
      {shown.map((option) => (
        <Checkbox
          key={option.value}
          label={<bdi>{option.label}</bdi>}
          checked={chosen.includes(option.value)}
          onCheckedChange={() => onToggle(option.value)}
        />
      ))}
      {matching.length > shown.length && (
        <p className="text-text-muted text-xs">and {matching.length - shown.length} more: search for them</p>
      )}
      {matching.length === 0 && <p className="text-text-muted">Nothing has that name.</p>}
      {chosen.length > 0 && (
        <Button size="sm" onClick={onClear}>
          All of them
        </Button>
      )}
    </div>
  );
}
