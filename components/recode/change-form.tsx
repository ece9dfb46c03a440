"use client";
import { useState } from "react";
import type { SearchOptions } from "@/components/search/search-filter-bar";
import { Combobox } from "@/components/ui/combobox";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { RecodeChange } from "@/domain/recode/recode-change";
import { readWanted } from "@/domain/search/match-answers";

interface ChangeFormProps {
  options: Pick<SearchOptions, "speakers" | "targets" | "lists">;
  /** Types of the fields, by key. */
  types: Readonly<Record<string, string>>;
  /** The change as far as it is chosen; null: something is missing. */
  onChange: (change: RecodeChange | null) => void;
}

/** What is to be changed: the speaker, the stance, its target, or the answer to a question. */
export function ChangeForm({ options, types, onChange }: ChangeFormProps) {
  const { speakers, targets, lists } = options;
  const [part, setPart] = useState("speaker");
  const [first, setFirst] = useState("");
  const [second, setSecond] = useState("");
  const fields = lists.filter(({ path }) => path.startsWith("fields."));
  const named = (items: readonly { id: string; name: string }[]) => items.map(({ id, name }) => ({ id, label: name }));

  function choose(next: { part: string; first: string; second: string }) {
    setPart(next.part);
    setFirst(next.first);
    setSecond(next.second);
    onChange(toChange(next, types));
  }

  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <SelectField
        label="Change"
        value={part}
        onValueChange={(next) => choose({ part: next, first: "", second: "" })}
        options={[
          { value: "speaker", label: "Speaker" },
          { value: "stance", label: "Stance toward a target" },
          { value: "target", label: "Target of a stance" },
          ...fields.map(({ path, label }) => ({ value: path, label })),
        ]}
      />
      {part === "speaker" && (
        <Combobox
          key="speaker"
          label="To"
          options={named(speakers)}
          most={50}
          value={first || null}
          onValueChange={(id) => choose({ part, first: id ?? "", second })}
        />
      )}
      {(part === "stance" || part === "target") && (
        <Combobox
          key={`${part} of`}
          label={part === "stance" ? "Toward" : "From"}
          options={named(targets)}
          most={50}
          value={first || null}
          onValueChange={(id) => choose({ part, first: id ?? "", second })}
        />
      )}
      {part === "target" && (
        <Combobox
          key="target to"
          label="To"
          options={named(targets)}
          most={50}
          value={second || null}
          onValueChange={(id) => choose({ part, first, second: id ?? "" })}
        />
      )}
      {part === "stance" && (
        <AnswerSelect
          label="To"
          answers={
            lists.find(({ path }) => path === "stance.values")?.answers.filter(({ item }) => !item.endsWith(":")) ?? []
          }
          value={second}
          onValueChange={(item) => choose({ part, first, second: item })}
        />
      )}
      {fields.map(({ path, answers, typed }) => {
        if (part !== path) return null;
        if (typed) {
          return (
            <TextField
              key={path}
              label="To (empty: no answer)"
              inputMode={typed === "number" ? "decimal" : undefined}
              value={first}
              onValueChange={(text: string) => choose({ part, first: text, second: "typed" })}
            />
          );
        }
        return (
          <AnswerSelect
            key={path}
            label="To"
            answers={answers}
            value={first}
            onValueChange={(item) => choose({ part, first: item, second: "" })}
          />
        );
      })}
    </div>
  );
}

interface AnswerSelectProps {
  label: string;
  answers: readonly { item: string; label: string }[];
  value: string;
  onValueChange: (item: string) => void;
}

function AnswerSelect({ label, answers, value, onValueChange }: AnswerSelectProps) {
  return (
    <SelectField
      label={label}
      value={value}
      onValueChange={onValueChange}
      options={[
        { value: "", label: "Choose…", disabled: true },
        ...answers.map((answer) => ({ value: answer.item, label: answer.label })),
      ]}
    />
  );
}

function toChange(
  { part, first, second }: { part: string; first: string; second: string },
  types: Readonly<Record<string, string>>,
): RecodeChange | null {
  if (part === "speaker") return first ? { kind: "speaker", speakerId: first } : null;
  if (part === "target") return first && second ? { kind: "target", from: first, to: second } : null;
  if (part === "stance") {
    const value = readWanted(second)?.answer;
    return first && value ? { kind: "stance", targetId: first, value } : null;
  }
  const field = part.slice("fields.".length);
  if (second === "typed") {
    const text = first.trim();
    if (types[field] !== "number") return { kind: "answer", field, answer: text || null };
    const number = Number(text);
    if (text === "") return { kind: "answer", field, answer: null };
    return Number.isFinite(number) ? { kind: "answer", field, answer: number } : null;
  }
  const chosen = readWanted(first);
  if (!chosen) return null;
  if (chosen.answer === "") return { kind: "answer", field, answer: null };
  if (types[field] === "flag") return { kind: "answer", field, answer: chosen.answer === "true" };
  return { kind: "answer", field, answer: types[field] === "multiple" ? [chosen.answer] : chosen.answer };
}
