import { Checkbox } from "@/components/ui/checkbox";
import { labelStyles } from "@/components/ui/field-styles";
import { RadioCards } from "@/components/ui/radio-cards";
import { TextField } from "@/components/ui/text-field";
import type { ExportChoice } from "@/domain/contract/export";
import { BUNDLED_NAMES } from "@/domain/formats/format-names";
import { FORMAT_TEXTS } from "./format-texts";

interface BundleChoiceProps {
  choice: ExportChoice;
  onChange: (choice: ExportChoice) => void;
}

/** What only a bundle asks: further formats, the split, the licence. */
export function BundleChoice({ choice, onChange }: BundleChoiceProps) {
  const chosen = choice.formats ?? [];
  return (
    <>
      <fieldset>
        <legend className={labelStyles}>Also in these formats</legend>
        <div className="mt-2 grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
          {BUNDLED_NAMES.map((name) => (
            <Checkbox
              key={name}
              label={FORMAT_TEXTS[name].label}
              checked={chosen.includes(name)}
              onCheckedChange={(checked) =>
                onChange({
                  ...choice,
                  // In one order, so that the same choice is the same question.
                  formats: BUNDLED_NAMES.filter((one) => (one === name ? checked : chosen.includes(one))),
                })
              }
            />
          ))}
        </div>
      </fieldset>
      <RadioCards
        label="Licence of the annotations"
        value={choice.license}
        onValueChange={(license) => onChange({ ...choice, license })}
        options={LICENCES}
      />
      <TextField
        label="Seed of the split"
        description="Articles are split into train, validation and test by it; the same seed gives the same split."
        type="number"
        min={0}
        max={2_147_483_647}
        value={String(choice.seed)}
        onChange={(event) => {
          const seed = Number(event.target.value);
          if (Number.isInteger(seed) && seed >= 0 && seed <= 2_147_483_647) onChange({ ...choice, seed });
        }}
        className="max-w-xs"
      />
    </>
  );
}

const LICENCES: { value: ExportChoice["license"]; label: string; description: string }[] = [
  { value: "none", label: "None granted", description: "Whoever gets it has to ask." },
  { value: "cc-by-4.0", label: "CC BY 4.0", description: "Free to use, naming you." },
  { value: "cc-by-sa-4.0", label: "CC BY-SA 4.0", description: "The same, passed on alike." },
  { value: "cc0-1.0", label: "CC0 1.0", description: "Public domain." },
];
