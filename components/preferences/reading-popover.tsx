"use client";
import type { ReactElement, ReactNode } from "react";
import { Popover } from "@/components/ui/popover";
import { SegmentedControl } from "@/components/ui/segmented-control";
import type { Reading } from "@/domain/contract/preferences";
import { useEditPreferences } from "./preferences-provider";

/** A choice of each setting, in words; the order is the order shown. */
const choices: { [Setting in keyof Reading]: { label: string; values: { value: Reading[Setting]; label: string }[] } } =
  {
    textSize: {
      label: "Text size",
      values: [
        { value: "small", label: "S" },
        { value: "medium", label: "M" },
        { value: "large", label: "L" },
        { value: "xlarge", label: "XL" },
      ],
    },
    lineSpacing: {
      label: "Line spacing",
      values: [
        { value: "compact", label: "Tight" },
        { value: "normal", label: "Normal" },
        { value: "wide", label: "Wide" },
      ],
    },
    contrast: {
      label: "Contrast",
      values: [
        { value: "system", label: "As the system" },
        { value: "more", label: "More" },
      ],
    },
    patterns: {
      label: "Patterns of stances",
      values: [
        { value: "auto", label: "Auto" },
        { value: "strong", label: "Strong" },
        { value: "off", label: "None" },
      ],
    },
  };

/** How articles are set for reading, applied as it is chosen and kept with the account. It is open when it is mounted. */
export function ReadingPopover({ trigger }: { trigger: ReactElement<Record<string, unknown>> }) {
  return (
    <Popover defaultOpen title="Reading" trigger={trigger}>
      <div className="grid gap-3">
        <Setting setting="textSize" />
        <Setting setting="lineSpacing" />
        <Setting setting="contrast" />
        <Setting setting="patterns" />
        <Failure />
      </div>
    </Popover>
  );
}

function Setting<Name extends keyof Reading>({ setting }: { setting: Name }): ReactNode {
  const { preferences, change } = useEditPreferences();
  const { label, values } = choices[setting];
  return (
    <div className="grid gap-1">
      <span aria-hidden className="text-text-muted text-xs">
        {label}
      </span>
      <SegmentedControl
        label={label}
        value={preferences.reading[setting] as string}
        options={values as { value: string; label: string }[]}
        onValueChange={(value) => change((held) => ({ ...held, reading: { ...held.reading, [setting]: value } }))}
      />
    </div>
  );
}

function Failure() {
  const { failure, retry } = useEditPreferences();
  if (failure === null) return null;
  return (
    <p role="alert" className="text-danger text-xs">
      Not kept yet: {failure}{" "}
      <button type="button" className="underline" onClick={retry}>
        Try again
      </button>
    </p>
  );
}
