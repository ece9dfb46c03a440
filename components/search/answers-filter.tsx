"use client";
import { type FormEvent, useState } from "react";
import { CheckList, FilterButton } from "@/components/agreement/filter-button";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { SearchedList } from "./searched-list";

interface AnswersFilterProps {
  lists: readonly SearchedList[];
  /** As `list:answer`, see `writeWanted`. */
  chosen: readonly string[];
  onChoose: (next: string[]) => void;
}

/** Answers to any question of the codebook: any of one question, all of several. */
export function AnswersFilter({ lists, chosen, onChoose }: AnswersFilterProps) {
  const [path, setPath] = useState(lists[0]?.path ?? "");
  const list = lists.find((one) => one.path === path) ?? lists[0];
  if (!list) return null;
  const items = list.answers.map(({ item }) => item);
  const toggle = (item: string) =>
    onChoose(chosen.includes(item) ? chosen.filter((one) => one !== item) : [...chosen, item]);
  return (
    <FilterButton label="Answers" chosen={sayAnswers(lists, chosen)}>
      <SelectField
        label="Question"
        value={list.path}
        onValueChange={setPath}
        options={lists.map((one) => ({
          value: one.path,
          label: chosen.some((item) => item.startsWith(`${one.path}:`)) ? `${one.label} •` : one.label,
        }))}
        className="mb-3"
      />
      <CheckList
        key={list.path}
        label="answers"
        options={[
          ...list.answers.map(({ item, label }) => ({ value: item, label })),
          // Words and numbers that were typed.
          ...chosen
            .filter((item) => item.startsWith(`${list.path}:`) && !items.includes(item))
            .map((item) => ({ value: item, label: sayAnswer(lists, item) })),
        ]}
        chosen={chosen.filter((item) => item.startsWith(`${list.path}:`))}
        onToggle={toggle}
        onClear={() => onChoose(chosen.filter((item) => !item.startsWith(`${list.path}:`)))}
      />
      {list.typed && <TypedAnswer key={`${list.path} typed`} list={list} onAdd={toggle} />}
    </FilterButton>
  );
}

function TypedAnswer({ list, onAdd }: { list: SearchedList; onAdd: (item: string) => void }) {
  const [text, setText] = useState("");
  function add(event: FormEvent) {
    event.preventDefault();
    if (text.trim() !== "") onAdd(`${list.path}:${encodeURIComponent(text.trim())}`);
    setText("");
  }
  return (
    <form onSubmit={add} className="mt-3 flex items-end gap-2">
      <TextField
        label={list.typed === "number" ? "Number" : "Has the words"}
        compact
        inputMode={list.typed === "number" ? "decimal" : undefined}
        value={text}
        onValueChange={(value: string) => setText(value)}
      />
      <Button size="sm" type="submit">
        Add
      </Button>
    </form>
  );
}

function sayAnswers(lists: readonly SearchedList[], chosen: readonly string[]): string | null {
  const [first] = chosen;
  if (first === undefined) return null;
  return chosen.length === 1 ? sayAnswer(lists, first) : `${chosen.length} chosen`;
}

/** An answer in words; one that the codebook does not know as it is written. */
function sayAnswer(lists: readonly SearchedList[], item: string): string {
  const known = lists.flatMap(({ answers }) => answers).find((answer) => answer.item === item);
  if (known) return known.label;
  const written = item.slice(item.indexOf(":") + 1);
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}
