"use client";
import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import { useId } from "react";
import { labelStyles } from "@/components/ui/field-styles";
import { HueDot } from "@/components/ui/hue-chip";
import { COLOURS, type Colour } from "@/domain/codebook/codebook";

/** A hue of the palette; none is drawn as slate. */
export function ColourField({ value, onChange }: { value?: Colour; onChange: (colour: Colour | undefined) => void }) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <p id={id} className={labelStyles}>
        Colour
      </p>
      <RadioGroup
        aria-labelledby={id}
        value={value ?? "none"}
        onValueChange={(next: Colour | "none") => onChange(next === "none" ? undefined : next)}
        className="flex flex-wrap gap-0.5"
      >
        {(["none", ...COLOURS] as const).map((colour) => (
          // biome-ignore lint/a11y/noLabelWithoutControl: the radio inside renders a native input
          <label
            key={colour}
            title={colour}
            className="flex size-7 items-center justify-center rounded-md border border-transparent hover:bg-surface-sunken has-data-checked:border-border-strong has-data-checked:bg-surface-raised has-focus-visible:outline-2 has-focus-visible:outline-focus pointer-coarse:size-11"
          >
            <Radio.Root value={colour} className="size-0 outline-none" />
            {colour === "none" ? (
              <span aria-hidden className="size-3 rounded-full border border-border-strong border-dashed" />
            ) : (
              <HueDot hue={colour} className="size-3" />
            )}
            <span className="sr-only">{colour}</span>
          </label>
        ))}
      </RadioGroup>
    </div>
  );
}
