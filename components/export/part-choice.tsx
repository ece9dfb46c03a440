"use client";
import { useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { RadioCards } from "@/components/ui/radio-cards";
import { TextField } from "@/components/ui/text-field";

interface PartChoiceProps {
  /** "Documents", "Fields". */
  label: string;
  /** "Every document", and what that means. */
  all: { label: string; description: string };
  parts: readonly { id: string; label: string }[];
  /** Ids of those chosen; undefined: all. */
  value: readonly string[] | undefined;
  onValueChange: (value: string[] | undefined) => void;
}

/** Shown at a time; the others are found by their words. */
const SHOWN = 50;
/** Chosen one by one at most: they go into an address. */
const MOST = 200;

/** All of something, or some chosen one by one. */
export function PartChoice({ label, all, parts, value, onValueChange }: PartChoiceProps) {
  const [words, setWords] = useState("");
  const wanted = words.trim().toLocaleLowerCase();
  const found = parts.filter((part) => part.label.toLocaleLowerCase().includes(wanted));
  const chosen = new Set(value);
  const isFull = chosen.size >= MOST;
  return (
    <div>
      <RadioCards
        label={label}
        value={value ? "some" : "all"}
        onValueChange={(next) => onValueChange(next === "some" ? [] : undefined)}
        options={[
          { value: "all", ...all },
          {
            value: "some",
            label: value ? `${chosen.size} of ${parts.length} chosen` : "Some of them",
            description: isFull ? `${MOST} is the most that can be chosen one by one.` : "Chosen one by one.",
          },
        ]}
      />
      {value && (
        <fieldset className="mt-2 rounded-lg border bg-surface-raised p-3">
          <legend className="sr-only">{label} to export</legend>
          {parts.length > SHOWN && (
            <TextField label="Find" value={words} onChange={(event) => setWords(event.target.value)} className="mb-3" />
          )}
          <div className="grid max-h-64 gap-2 overflow-y-auto sm:grid-cols-2">
            {found.slice(0, SHOWN).map(({ id, label: name }) => (
              <Checkbox
                key={id}
                label={<span dir="auto">{name}</span>}
                checked={chosen.has(id)}
                disabled={isFull && !chosen.has(id)}
                onCheckedChange={(checked) =>
                  // In the order of the parts, so that the same choice is the same question.
                  onValueChange(parts.map((part) => part.id).filter((one) => (one === id ? checked : chosen.has(one))))
                }
              />
            ))}
          </div>
          {found.length > SHOWN && (
            <p className="mt-2 text-sm text-text-muted">{found.length - SHOWN} more: find them by their words.</p>
          )}
        </fieldset>
      )}
    </div>
  );
}
