"use client";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { TextField } from "@/components/ui/text-field";

/** How many read an article, as it is typed. */
export interface TypedOverlap {
  readings: string;
  /** Percent of the articles that have so many; the others have one. */
  isSample: boolean;
  percent: string;
  seed: string;
}

export const isWhole = (text: string, least: number, most: number) =>
  /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most;

/** What was typed as the API takes it; null while it cannot be. */
export function readOverlap({ readings, isSample, percent, seed }: TypedOverlap) {
  if (!isWhole(readings, 1, 20) || (isSample && !isWhole(percent, 1, 100)) || seed.trim() === "") return null;
  return { readings: Number(readings), sampleShare: isSample ? Number(percent) / 100 : null, seed: seed.trim() };
}

interface OverlapFieldsProps {
  value: TypedOverlap;
  onChange: (value: TypedOverlap) => void;
}

export function OverlapFields({ value, onChange }: OverlapFieldsProps) {
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-start gap-x-6 gap-y-4">
        <TextField
          label="Annotators of an article"
          className="w-44"
          inputMode="numeric"
          value={value.readings}
          error={isWhole(value.readings, 1, 20) ? null : "From 1 to 20."}
          onChange={(event) => onChange({ ...value, readings: event.target.value })}
        />
        <div className="grid justify-items-start gap-1">
          <p className="font-medium text-sm">So many read</p>
          <SegmentedControl
            label="So many read"
            value={value.isSample ? "sample" : "all"}
            onValueChange={(choice) => onChange({ ...value, isSample: choice === "sample" })}
            options={[
              { value: "all", label: "All articles" },
              { value: "sample", label: "A sample, for agreement" },
            ]}
          />
        </div>
      </div>
      {value.isSample && (
        <div className="flex flex-wrap items-start gap-x-6 gap-y-4">
          <TextField
            label="Percent in the sample"
            className="w-44"
            inputMode="numeric"
            value={value.percent}
            error={isWhole(value.percent, 1, 100) ? null : "From 1 to 100."}
            onChange={(event) => onChange({ ...value, percent: event.target.value })}
          />
          <TextField
            label="Seed"
            className="w-56"
            description="The same word draws the same sample."
            maxLength={60}
            value={value.seed}
            error={value.seed.trim() === "" ? "Any word or number." : null}
            onChange={(event) => onChange({ ...value, seed: event.target.value })}
          />
        </div>
      )}
    </div>
  );
}
