"use client";
import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { Codebook, FieldValue } from "@/domain/codebook/codebook";
import { allLists } from "@/domain/codebook/value-lists";
import { changeAt, keyFrom, moveTo, newValue, withoutAt } from "./edit-draft";
import { useEditor } from "./editor-context";
import { problemAt } from "./problems";
import { SortableList } from "./sortable-list";
import { ValueEntry } from "./value-entry";

interface ValueListProps {
  title: string;
  values: readonly FieldValue[];
  list: string;
  path: string;
  scaled?: boolean;
  coded?: boolean;
  /** The codebook with other values in this list. */
  put: (codebook: Codebook, values: FieldValue[]) => Codebook;
  /** The codebook without one of them; absent: only the list changes. */
  remove?: (codebook: Codebook, index: number) => Codebook;
}

/** The values of a list: to add, order, change, retire, and take out again. */
export function ValueList(props: ValueListProps) {
  const { title, values, list, path, scaled = false, coded = true, put, remove } = props;
  const { codebook, published, problems, change, tellRemoved } = useEditor();
  const [open, setOpen] = useState<number | null>(null);
  const before = allLists(published).find((one) => one.path === list)?.values ?? [];
  const isPublished = (key: string) => before.some((value) => value.key === key);
  const problem = problemAt(problems, path);

  function revise(index: number, next: Partial<FieldValue>): void {
    const held = values[index];
    if (!held) return;
    const others = withoutAt(values, index).map(({ key }) => key);
    // Until it is published its key follows its name, unless somebody chose another.
    const follows = !isPublished(held.key) && (held.key === "" || held.key === keyFrom(held.label, others));
    const key = next.label !== undefined && follows ? { key: keyFrom(next.label, others) } : {};
    change((draft) => put(draft, changeAt(values, index, { ...next, ...key })));
  }

  return (
    <section aria-label={title} className="grid gap-2">
      <div className="flex items-center justify-between gap-4">
        <h3 className="font-semibold text-sm">{title}</h3>
        <Button
          size="sm"
          onClick={() => {
            change((draft) => put(draft, [...values, newValue()]));
            setOpen(values.length);
          }}
        >
          <Plus aria-hidden className="size-4" /> Add a value
        </Button>
      </div>
      {problem && <p className="text-danger text-sm">{problem}</p>}
      <SortableList
        label={title}
        entries={values}
        nameOf={({ label, key }) => label || key || "a new value"}
        onMove={(from, to) => {
          change((draft) => put(draft, moveTo(values, from, to)));
          setOpen(null);
        }}
        className="border-t"
      >
        {(value, index, handle) => (
          <ValueEntry
            value={value}
            list={list}
            path={`${path}.${index}`}
            values={values}
            scaled={scaled}
            coded={coded}
            isPublished={isPublished(value.key)}
            cases={before.find(({ key }) => key === value.key)?.cases}
            open={open === index}
            onToggle={() => setOpen(open === index ? null : index)}
            onChange={(next) => revise(index, next)}
            onRemove={() => {
              change((draft) => (remove ? remove(draft, index) : put(draft, withoutAt(values, index))));
              setOpen(null);
              tellRemoved(`“${value.label || value.key || "A new value"}”`, codebook);
            }}
            handle={handle}
          />
        )}
      </SortableList>
      {values.length === 0 && <p className="text-sm text-text-muted">None yet.</p>}
    </section>
  );
}
