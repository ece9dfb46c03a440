"use client";
import { Search } from "lucide-react";
import { type FormEvent, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { SearchFilters } from "./search-address";

interface SearchFormProps {
  filters: SearchFilters;
  busy: boolean;
  onChoose: (change: SearchFilters) => void;
}

/** The words that are searched for. Nothing happens before Enter: a search looks through the whole project. */
export function SearchForm({ filters, busy, onChoose }: SearchFormProps) {
  const [words, setWords] = useState(filters.q ?? "");
  // The browser's own buttons lead to other searches.
  useEffect(() => setWords(filters.q ?? ""), [filters.q]);
  function submit(event: FormEvent) {
    event.preventDefault();
    onChoose({ q: words.trim() || undefined });
  }
  return (
    <search>
      <form onSubmit={submit} className="flex flex-wrap items-end gap-2">
        <TextField
          label="Words"
          type="search"
          className="min-w-56 flex-1"
          placeholder="as they stand together in the text"
          maxLength={300}
          value={words}
          onValueChange={(value: string) => setWords(value)}
        />
        <SelectField
          label="Where"
          value={filters.within === "context" ? "context" : "statement"}
          onValueChange={(within) => onChoose({ within: within === "context" ? within : undefined })}
          options={[
            { value: "statement", label: "In the statement" },
            { value: "context", label: "Or in its paragraph" },
          ]}
          className="w-48"
        />
        <Button type="submit" variant="primary" busy={busy} className="h-9">
          <Search aria-hidden className="size-4" />
          Search
        </Button>
      </form>
    </search>
  );
}
