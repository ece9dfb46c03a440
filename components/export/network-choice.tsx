import { RadioCards } from "@/components/ui/radio-cards";
import { TextField } from "@/components/ui/text-field";
import type { ExportChoice } from "@/domain/contract/export";
import { FOR_TYPE } from "@/domain/formats/network/for-type";

interface NetworkChoiceProps {
  choice: ExportChoice;
  onChange: (choice: ExportChoice) => void;
}

type Option<Key extends keyof ExportChoice> = { value: ExportChoice[Key] & string; label: string; description: string };

/** How a network is made; the words are those of Discourse Network Analyzer. */
export function NetworkChoice({ choice, onChange }: NetworkChoiceProps) {
  const allowed = FOR_TYPE[choice.networkType];
  const among = <Key extends keyof ExportChoice>(options: readonly Option<Key>[], keys: readonly string[]) =>
    options.filter(({ value }) => keys.includes(value));
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <RadioCards
        label="Network type"
        value={choice.networkType}
        // What the other type does not have falls back to what both have.
        onValueChange={(networkType) =>
          onChange({ ...choice, networkType, qualifierAggregation: "subtract", normalization: "no" })
        }
        options={[
          { value: "twomode", label: "Two-mode", description: "Speakers × targets." },
          { value: "onemode", label: "One-mode", description: "Speakers × speakers, by the targets they share." },
        ]}
      />
      <RadioCards
        label="Actors"
        value={choice.actor}
        onValueChange={(actor) => onChange({ ...choice, actor })}
        options={[
          { value: "person", label: "person", description: "Each speaker." },
          { value: "organization", label: "organization", description: "The body a speaker belongs to, if known." },
        ]}
      />
      <RadioCards
        label="Qualifier aggregation"
        value={choice.qualifierAggregation}
        onValueChange={(qualifierAggregation) => onChange({ ...choice, qualifierAggregation })}
        options={among<"qualifierAggregation">(AGGREGATIONS, allowed.qualifierAggregation)}
      />
      <RadioCards
        label="Normalization"
        value={choice.normalization}
        onValueChange={(normalization) => onChange({ ...choice, normalization })}
        options={among<"normalization">(NORMALIZATIONS, allowed.normalization)}
      />
      <RadioCards
        label="Duplicates"
        value={choice.duplicates}
        onValueChange={(duplicates) => onChange({ ...choice, duplicates })}
        options={DUPLICATES}
      />
      <div className="grid gap-3">
        <RadioCards
          label="Time window"
          value={choice.timeWindow}
          onValueChange={(timeWindow) => onChange({ ...choice, timeWindow })}
          options={WINDOWS}
        />
        {choice.timeWindow !== "no" && (
          <TextField
            label={`Length of a window, in ${choice.timeWindow}`}
            type="number"
            min={1}
            max={1000}
            value={String(choice.windowSize)}
            onChange={(event) => {
              const windowSize = Number(event.target.value);
              if (Number.isInteger(windowSize) && windowSize >= 1 && windowSize <= 1000) {
                onChange({ ...choice, windowSize });
              }
            }}
            className="max-w-xs"
          />
        )}
      </div>
    </div>
  );
}

const AGGREGATIONS: Option<"qualifierAggregation">[] = [
  { value: "ignore", label: "ignore", description: "For and against count alike." },
  { value: "combine", label: "combine", description: "1 only for, 2 only against, 3 both." },
  { value: "congruence", label: "congruence", description: "Where both are for, or both against." },
  { value: "conflict", label: "conflict", description: "Where one is for and one against." },
  { value: "subtract", label: "subtract", description: "For less against; congruence less conflict." },
];

const NORMALIZATIONS: Option<"normalization">[] = [
  { value: "no", label: "no", description: "Counts as they are." },
  { value: "activity", label: "activity", description: "By how much the speaker says." },
  { value: "prominence", label: "prominence", description: "By how much is said about the target." },
  { value: "average", label: "average", description: "By what the two say on average." },
  { value: "jaccard", label: "jaccard", description: "By what either of them says." },
  { value: "cosine", label: "cosine", description: "By the product of what they say." },
];

const DUPLICATES: Option<"duplicates">[] = [
  { value: "include", label: "include", description: "Every stance counts." },
  { value: "document", label: "document", description: "Once in a document." },
  { value: "week", label: "week", description: "Once in a week." },
  { value: "month", label: "month", description: "Once in a month." },
  { value: "year", label: "year", description: "Once in a year." },
  { value: "acrossrange", label: "acrossrange", description: "Once in all." },
];

const WINDOWS: Option<"timeWindow">[] = [
  { value: "no", label: "no", description: "One network." },
  { value: "days", label: "days", description: "Moving on by a day." },
  { value: "weeks", label: "weeks", description: "By a week." },
  { value: "months", label: "months", description: "By a month." },
  { value: "years", label: "years", description: "By a year." },
];
