"use client";
import { Checkbox } from "@/components/ui/checkbox";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { Codebook, FieldCondition } from "@/domain/codebook/codebook";
import { sayCondition } from "@/domain/codebook/say-condition";
import { changeAt } from "./edit-draft";
import { useEditor } from "./editor-context";
import { problemAt } from "./problems";

/** Of which statements a question is asked. */
export function ConditionField({ index }: { index: number }) {
  const { codebook, problems, change } = useEditor();
  const field = codebook.fields[index];
  if (!field) return null;
  const { shownWhen } = field;
  const subject = codebook.fields.find(({ key }) => key === shownWhen?.subject);
  const set = (next: FieldCondition | undefined) =>
    change((draft) => ({ ...draft, fields: changeAt(draft.fields, index, { shownWhen: next }) }));
  const subjects = [
    { value: "", label: "every statement" },
    { value: "depth", label: "depth of the chain" },
    ...codebook.fields
      .filter(({ key, type }) => key !== "" && key !== field.key && type !== "text")
      .map(({ key, label }) => ({ value: key, label: label || key })),
  ];
  const wanted = Array.isArray(shownWhen?.value) ? shownWhen.value : [];
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1 font-medium text-sm">Asked {sayCondition(shownWhen, codebook)}</legend>
      <div className="flex flex-wrap items-start gap-3">
        <SelectField
          label="Depends on"
          labelHidden
          className="min-w-48"
          value={shownWhen?.subject ?? ""}
          options={subjects}
          error={problemAt(problems, `fields.${index}.shownWhen`)}
          onValueChange={(key) => set(firstCondition(codebook, key))}
        />
        {shownWhen && subject?.type !== "single" && subject?.type !== "multiple" && subject?.type !== "flag" && (
          <>
            <SelectField
              label="How"
              labelHidden
              value={shownWhen.is === "one_of" ? "set" : shownWhen.is}
              options={[
                { value: "at_least", label: "is at least" },
                { value: "at_most", label: "is at most" },
                { value: "set", label: "is known" },
              ]}
              onValueChange={(is) =>
                set(
                  is === "set"
                    ? { subject: shownWhen.subject, is }
                    : {
                        subject: shownWhen.subject,
                        is,
                        value: typeof shownWhen.value === "number" ? shownWhen.value : 1,
                      },
                )
              }
            />
            {(shownWhen.is === "at_least" || shownWhen.is === "at_most") && (
              <TextField
                label="How many"
                labelHidden
                type="number"
                className="w-24"
                value={typeof shownWhen.value === "number" ? String(shownWhen.value) : ""}
                onValueChange={(text: string) =>
                  set({ ...shownWhen, value: text.trim() === "" ? undefined : Number(text) })
                }
              />
            )}
          </>
        )}
        {shownWhen && (subject?.type === "single" || subject?.type === "multiple") && (
          <SelectField
            label="How"
            labelHidden
            value={shownWhen.is === "one_of" ? "one_of" : "set"}
            options={[
              { value: "one_of", label: "is one of" },
              { value: "set", label: "is answered" },
            ]}
            onValueChange={(is) =>
              set(
                is === "set"
                  ? { subject: shownWhen.subject, is }
                  : { subject: shownWhen.subject, is: "one_of", value: wanted },
              )
            }
          />
        )}
      </div>
      {shownWhen?.is === "one_of" && subject && (
        <div className="flex flex-wrap gap-x-5 gap-y-1.5">
          {subject.values.map((value) => (
            <Checkbox
              key={value.key}
              label={value.label || value.key}
              checked={wanted.includes(value.key)}
              onCheckedChange={(checked) =>
                set({
                  ...shownWhen,
                  value: checked ? [...wanted, value.key] : wanted.filter((key) => key !== value.key),
                })
              }
            />
          ))}
        </div>
      )}
    </fieldset>
  );
}

/** What a condition on a subject starts as. */
function firstCondition(codebook: Codebook, key: string): FieldCondition | undefined {
  if (key === "") return undefined;
  if (key === "depth") return { subject: key, is: "at_least", value: 1 };
  const type = codebook.fields.find((field) => field.key === key)?.type;
  if (type === "single" || type === "multiple") return { subject: key, is: "one_of", value: [] };
  return type === "number" ? { subject: key, is: "at_least", value: 1 } : { subject: key, is: "set" };
}
