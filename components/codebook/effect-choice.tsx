"use client";
import { RadioCards } from "@/components/ui/radio-cards";
import { SelectField } from "@/components/ui/select-field";
import type { EffectInUse, PublishInput } from "@/domain/contract/codebook";

export type Decided = PublishInput["decisions"][string];

interface EffectChoiceProps {
  effect: EffectInUse;
  /** Absent while nothing is chosen: nothing is decided for a manager. */
  decision: Decided | undefined;
  onDecide: (decision: Decided) => void;
}

/** One change, how many statements it concerns, and what becomes of them. */
export function EffectChoice({ effect, decision, onDecide }: EffectChoiceProps) {
  const { words, statements, mappable, values, to } = effect;
  const first = to ?? values?.[0]?.key;
  const options = [
    ...(mappable
      ? [
          {
            value: "map" as const,
            label: values ? "Give them another value" : "Convert them",
            description: values
              ? "Each gets a new revision, in its history; you can take all of it back."
              : "Where the answer says the same in the new type; the others are asked about.",
          },
        ]
      : []),
    {
      value: "keep" as const,
      label: "Keep them as they are",
      description: "They stay under the version they were made under.",
    },
    { value: "ask" as const, label: "Ask again", description: "They are put on the work list of whoever made them." },
  ];
  return (
    <div className="grid gap-3 rounded-lg border p-3">
      <p className="text-sm">
        <span className="font-medium">{words}</span>{" "}
        <span className="text-text-muted">
          {statements === 1 ? "1 statement" : `${statements.toLocaleString("en")} statements`}.
        </span>
      </p>
      <RadioCards
        label="What becomes of them"
        value={decision?.action ?? ("" as "keep")}
        onValueChange={(action) =>
          onDecide(action === "map" ? { action, ...(values && first && { to: first }) } : { action })
        }
        options={options}
      />
      {decision?.action === "map" && values && (
        <SelectField
          label="The value they get"
          value={decision.to ?? ""}
          onValueChange={(key) => onDecide({ action: "map", to: key })}
          options={values.map(({ key, label }) => ({ value: key, label }))}
        />
      )}
    </div>
  );
}
