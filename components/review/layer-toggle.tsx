"use client";
import { ChoiceGroup } from "@/components/ui/choice-group";
import type { Reading } from "@/domain/contract/review";
import { readingLetter } from "./review-cluster";
import { GOLD_HUE, readingHue } from "./review-marks";

interface LayerToggleProps {
  readings: readonly Reading[];
  /** Indexes of the readings that are drawn, and "gold". */
  value: readonly string[];
  onValueChange: (value: string[]) => void;
}

/** What is drawn in the article; also its legend. */
export function LayerToggle({ readings, value, onValueChange }: LayerToggleProps) {
  return (
    <ChoiceGroup
      label="Drawn in the article"
      multiple
      value={[...value]}
      onValueChange={onValueChange}
      choices={[
        ...readings.map((_, index) => ({
          value: String(index),
          label: `Reading ${readingLetter(index)}`,
          hue: readingHue(index),
        })),
        { value: "gold", label: "Gold", hue: GOLD_HUE },
      ]}
    />
  );
}
