"use client";
import { Trash2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { SelectField } from "@/components/ui/select-field";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { Field } from "@/domain/codebook/codebook";
import { ConditionField } from "./condition-field";
import { asKind, changeAt, type FieldKind, keyFrom, kindOf, withoutAt, withoutValue } from "./edit-draft";
import { useEditor } from "./editor-context";
import { KeyField } from "./key-field";
import { problemAt } from "./problems";
import { ProposalList } from "./proposal-list";
import { ValueList } from "./value-list";

const kinds: { value: FieldKind; label: string }[] = [
  { value: "single", label: "One value" },
  { value: "multiple", label: "Several values" },
  { value: "scale", label: "A scale" },
  { value: "flag", label: "Yes or no" },
  { value: "text", label: "Text" },
  { value: "number", label: "A number" },
];

const measures: { value: Field["measure"]; label: string }[] = [
  { value: "nominal", label: "Nominal: same or not" },
  { value: "ordinal", label: "Ordinal: more or less" },
  { value: "interval", label: "Interval: how much" },
];

/** One question: what it asks, of which statements, and what can be answered. */
export function FieldForm({ index, onRemoved }: { index: number; onRemoved: () => void }) {
  const { codebook, published, problems, change, use, tellRemoved } = useEditor();
  const field = codebook.fields[index];
  if (!field) return null;
  const path = `fields.${index}`;
  const isPublished = published.fields.some(({ key }) => key === field.key);
  const kind = kindOf(field);
  const answers = use?.fields[field.key] ?? 0;

  function set(next: Partial<Field>): void {
    if (!field) return;
    const others = withoutAt(codebook.fields, index).map(({ key }) => key);
    const follows = !isPublished && (field.key === "" || field.key === keyFrom(field.label, others));
    const key = next.label !== undefined && follows ? { key: keyFrom(next.label, others) } : {};
    change((draft) => ({ ...draft, fields: changeAt(draft.fields, index, { ...next, ...key }) }));
  }

  return (
    <div className="grid gap-6">
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          label="Name"
          dir="auto"
          value={field.label}
          error={problemAt(problems, `${path}.label`)}
          onValueChange={(label: string) => set({ label })}
        />
        <KeyField entry={field} path={path} isPublished={isPublished} onChange={set} />
      </div>
      <TextArea
        label="What it asks"
        dir="auto"
        value={field.definition}
        error={problemAt(problems, `${path}.definition`)}
        onChange={(event) => set({ definition: event.target.value })}
      />
      <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
        <SelectField
          label="Answer"
          className="min-w-40 flex-1"
          value={kind}
          options={kinds}
          description={isPublished && answers > 0 ? `${answers.toLocaleString("en")} answers are there.` : undefined}
          onValueChange={(next) =>
            change((draft) => {
              const held = draft.fields[index];
              return held ? { ...draft, fields: changeAt(draft.fields, index, asKind(held, next)) } : draft;
            })
          }
        />
        <SelectField
          label="Measure in figures"
          className="min-w-44 flex-1"
          value={field.measure}
          options={measures.filter(({ value }) => allows(kind, value))}
          error={problemAt(problems, `${path}.measure`)}
          onValueChange={(measure) => set({ measure })}
        />
        <TextField
          label="Key"
          maxLength={2}
          className="w-20"
          value={field.shortcut ?? ""}
          error={problemAt(problems, `${path}.shortcut`)}
          onValueChange={(shortcut: string) => set({ shortcut: shortcut || undefined })}
        />
      </div>
      <div className="grid gap-2">
        <Checkbox
          label="Asked for"
          description="Off, nobody is asked; answers that are there stay."
          checked={field.enabled}
          onCheckedChange={(enabled) => set({ enabled })}
        />
        <Checkbox
          label="Has to be answered"
          description={problemAt(problems, `${path}.required`)}
          checked={field.required}
          onCheckedChange={(required) => set({ required })}
        />
      </div>
      <ConditionField index={index} />
      {(field.type === "single" || field.type === "multiple") && (
        <ValueList
          title="Values"
          list={`fields.${field.key}`}
          path={`${path}.values`}
          scaled={kind === "scale"}
          values={field.values}
          put={(draft, values) => ({ ...draft, fields: changeAt(draft.fields, index, { values }) })}
          remove={(draft, place) => withoutValue(draft, index, place)}
        />
      )}
      <ProposalList index={index} />
      <div className="border-t pt-3">
        <Button
          variant="quiet"
          size="sm"
          className="text-danger"
          onClick={() => {
            change((draft) => ({ ...draft, fields: withoutAt(draft.fields, index) }));
            tellRemoved(`The question “${field.label || "A new question"}”`, codebook);
            onRemoved();
          }}
        >
          <Trash2 aria-hidden className="size-4" /> Remove this question
        </Button>
      </div>
    </div>
  );
}

/** Which measures make sense of which answers. */
function allows(kind: FieldKind, measure: Field["measure"]): boolean {
  if (kind === "scale") return measure !== "nominal";
  return kind === "number" || measure === "nominal";
}
