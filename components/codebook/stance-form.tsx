"use client";
import { RadioCards } from "@/components/ui/radio-cards";
import { SelectField } from "@/components/ui/select-field";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { Codebook } from "@/domain/codebook/codebook";
import { stanceScale } from "./edit-draft";
import { useEditor } from "./editor-context";
import { problemAt } from "./problems";
import { ValueList } from "./value-list";

const scales = [
  { value: "2", label: "2 points" },
  { value: "3", label: "3 points" },
  { value: "5", label: "5 points" },
  { value: "7", label: "7 points" },
  { value: "nominal", label: "Values in no order" },
  { value: "own", label: "A scale of its own" },
] as const;

const targets: { value: Codebook["stance"]["targets"]; label: string; description: string }[] = [
  { value: "proposable", label: "Open", description: "Annotators may propose a target; a manager accepts it." },
  { value: "fixed", label: "Fixed", description: "Only the targets of the project's list." },
];

/** Where a speaker stands: the scale, its values, what it rests on, and toward what. */
export function StanceForm() {
  const { codebook, problems, change } = useEditor();
  const { stance } = codebook;
  const set = (next: Partial<Codebook["stance"]>) =>
    change((draft) => ({ ...draft, stance: { ...draft.stance, ...next } }));
  return (
    <div className="grid gap-6">
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          label="Name"
          dir="auto"
          value={stance.label}
          error={problemAt(problems, "stance.label")}
          onValueChange={(label: string) => set({ label })}
        />
        <SelectField
          label="Scale"
          value={scaleOf(stance)}
          options={scales.map((scale) => ({ ...scale, disabled: scale.value === "own" }))}
          onValueChange={(scale) => {
            if (scale === "own") return;
            const points = scale === "nominal" ? null : (Number(scale) as 2 | 3 | 5 | 7);
            set({ values: stanceScale(points, stance.values), measure: points === null ? "nominal" : "ordinal" });
          }}
        />
      </div>
      <TextArea
        label="Whose stance, and when"
        dir="auto"
        value={stance.definition}
        error={problemAt(problems, "stance.definition")}
        onChange={(event) => set({ definition: event.target.value })}
      />
      <ValueList
        title="Values"
        list="stance.values"
        path="stance.values"
        scaled={stance.measure === "ordinal"}
        values={stance.values}
        put={(draft, values) => ({ ...draft, stance: { ...draft.stance, values } })}
      />
      <ValueList
        title="What it rests on"
        list="stance.bases"
        path="stance.bases"
        values={stance.bases}
        put={(draft, bases) => ({ ...draft, stance: { ...draft.stance, bases } })}
      />
      <RadioCards
        label="Targets"
        value={stance.targets}
        onValueChange={(value) => set({ targets: value })}
        options={targets}
      />
    </div>
  );
}

/** Which of the usual scales it is. */
function scaleOf({ measure, values }: Codebook["stance"]): (typeof scales)[number]["value"] {
  if (measure === "nominal") return "nominal";
  const scores = values.flatMap(({ score, retired }) => (retired || typeof score !== "number" ? [] : [score]));
  const usual = ([2, 3, 5, 7] as const).find((points) => {
    const wanted = stanceScale(points, []).map(({ score }) => score);
    return scores.length === points && wanted.every((score) => scores.includes(score ?? 0));
  });
  return usual ? (`${usual}` as const) : "own";
}
