"use client";
import { ChevronDown, ChevronRight, CircleAlert, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import { HueDot, scoreGlyph } from "@/components/ui/hue-chip";
import { Kbd } from "@/components/ui/kbd";
import { SelectField } from "@/components/ui/select-field";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { FieldValue } from "@/domain/codebook/codebook";
import { ColourField } from "./colour-field";
import { useEditor } from "./editor-context";
import { KeyField } from "./key-field";
import { problemAt, problemsBelow } from "./problems";
import { ValueCases } from "./value-cases";
import { ValueUse } from "./value-use";

interface ValueEntryProps {
  value: FieldValue;
  /** Its list as the codebook names it, and by place: `fields.sourcing`, `fields.0.values`. */
  list: string;
  path: string;
  values: readonly FieldValue[];
  /** Whether it can have a score: the points of a scale. */
  scaled: boolean;
  /** Whether statements choose it: only those are coloured, have keys and uses. */
  coded: boolean;
  isPublished: boolean;
  cases: FieldValue["cases"];
  open: boolean;
  onToggle: () => void;
  onChange: (change: Partial<FieldValue>) => void;
  onRemove: () => void;
  handle: ReactNode;
}

/** One value: a line, and under it everything about it. */
export function ValueEntry(props: ValueEntryProps) {
  const { value, list, path, values, scaled, coded, isPublished, cases, open, onToggle, onChange, onRemove, handle } =
    props;
  const { problems } = useEditor();
  const own = problemsBelow(problems, path);
  const name = value.label || value.key || "A new value";
  const others = values.filter((other) => other.key !== value.key && !other.retired && other.key !== "");
  return (
    <div className={cn("border-b bg-surface-raised", open && "bg-surface")}>
      <div className="flex min-h-10 items-center gap-1 pr-2">
        {handle ?? <span className="size-7" />}
        <button
          type="button"
          aria-expanded={open}
          onClick={onToggle}
          className="flex min-h-10 min-w-0 flex-1 items-center gap-2 rounded-sm text-left hover:text-accent"
        >
          {open ? (
            <ChevronDown aria-hidden className="size-4 shrink-0" />
          ) : (
            <ChevronRight aria-hidden className="size-4 shrink-0" />
          )}
          {coded && <HueDot hue={value.colour ?? "slate"} />}
          <span dir="auto" className={cn("truncate", value.retired && "text-text-muted line-through")}>
            {name}
          </span>
          {scaled && (
            <span className="text-text-muted text-xs tabular-nums">
              <span aria-hidden>{scoreGlyph(value.score)}</span> {value.score ?? "off the scale"}
            </span>
          )}
          {value.retired && <Badge>{value.mergedInto ? "merged" : "retired"}</Badge>}
          {own.length > 0 && (
            <>
              <CircleAlert
                aria-hidden
                className={cn(
                  "size-4 shrink-0",
                  own.some(({ severity }) => severity === "error") ? "text-danger" : "text-warning",
                )}
              />
              <span className="sr-only">{own.length === 1 ? "one problem" : `${own.length} problems`}</span>
            </>
          )}
        </button>
        {coded && <ValueUse list={list} value={value} />}
        {value.shortcut && <Kbd quiet keys={value.shortcut} className="max-sm:hidden" />}
      </div>
      {open && (
        <div className="grid gap-3 border-t px-3 py-3 sm:px-9">
          <div className="grid gap-3 sm:grid-cols-2">
            <TextField
              label="Name"
              value={value.label}
              dir="auto"
              error={problemAt(problems, `${path}.label`)}
              onValueChange={(label: string) => onChange({ label })}
            />
            <KeyField entry={value} path={path} isPublished={isPublished} onChange={onChange} />
          </div>
          <TextArea
            label="Definition"
            dir="auto"
            value={value.definition}
            error={problemAt(problems, `${path}.definition`)}
            onChange={(event) => onChange({ definition: event.target.value })}
          />
          <div className="grid gap-3 sm:grid-cols-2">
            <TextArea
              label="Example"
              dir="auto"
              value={value.example ?? ""}
              onChange={(event) => onChange({ example: event.target.value })}
            />
            <TextArea
              label="What it is not"
              dir="auto"
              value={value.counterExample ?? ""}
              onChange={(event) => onChange({ counterExample: event.target.value })}
            />
          </div>
          {coded && (
            <div className="flex flex-wrap items-end gap-x-5 gap-y-3">
              <ColourField value={value.colour} onChange={(colour) => onChange({ colour })} />
              <TextField
                label="Key"
                value={value.shortcut ?? ""}
                maxLength={2}
                className="w-20"
                error={problemAt(problems, `${path}.shortcut`)}
                onValueChange={(shortcut: string) => onChange({ shortcut: shortcut || undefined })}
              />
              {scaled && (
                <TextField
                  label="Score"
                  inputMode="decimal"
                  className="w-28"
                  placeholder="off scale"
                  defaultValue={value.score ?? ""}
                  key={value.score === null || value.score === undefined ? "off" : "on"}
                  error={problemAt(problems, `${path}.score`)}
                  onBlur={(event) => {
                    const text = event.target.value.trim().replace(",", ".");
                    const score = text === "" || Number.isNaN(Number(text)) ? null : Number(text);
                    if (score !== (value.score ?? null)) onChange({ score });
                  }}
                />
              )}
            </div>
          )}
          <ValueCases cases={cases} />
          <div className="flex flex-wrap items-end justify-between gap-3 border-t pt-3">
            <div className="flex flex-wrap items-end gap-x-5 gap-y-2">
              <div className="pb-1.5">
                <Checkbox
                  label="Retired"
                  checked={value.retired ?? false}
                  onCheckedChange={(retired) => onChange({ retired: retired || undefined, mergedInto: undefined })}
                />
              </div>
              {value.retired && coded && (
                <SelectField
                  label="Merged into"
                  value={value.mergedInto ?? ""}
                  error={problemAt(problems, `${path}.mergedInto`)}
                  onValueChange={(key) => onChange({ mergedInto: key || undefined })}
                  options={[
                    { value: "", label: "none" },
                    ...others.map(({ key, label }) => ({ value: key, label: label || key })),
                  ]}
                />
              )}
            </div>
            <Button variant="quiet" size="sm" className="text-danger" onClick={onRemove}>
              <Trash2 aria-hidden className="size-4" /> Remove
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
