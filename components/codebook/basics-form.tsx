"use client";
import { RadioCards } from "@/components/ui/radio-cards";
import { TextField } from "@/components/ui/text-field";
import type { Codebook } from "@/domain/codebook/codebook";
import { useEditor } from "./editor-context";
import { problemAt } from "./problems";

const nesting: { value: Codebook["nesting"]; label: string; description: string }[] = [
  { value: "off", label: "Off", description: "One statement for each outermost attribution. The usual choice." },
  { value: "one", label: "One level", description: "A statement may stand inside another." },
  { value: "free", label: "Free", description: "Statements within statements, as deep as the text goes." },
];

const outletVoice: { value: Codebook["outletVoice"]; label: string; description: string }[] = [
  { value: "all", label: "All of it", description: "What the article asserts itself is a statement of the outlet." },
  { value: "checkable", label: "Facts only", description: "Only what could be checked." },
  { value: "none", label: "None", description: "Only what the article attributes to somebody." },
];

const snapping: { value: Codebook["snapping"]; label: string; description: string }[] = [
  { value: "word", label: "Words", description: "Edges go to the nearest edge of a word." },
  { value: "character", label: "Characters", description: "Edges stay where they were put." },
  { value: "sentence", label: "Sentences", description: "Whole sentences are marked." },
];

/** What holds for the whole codebook. */
export function BasicsForm() {
  const { codebook, problems, change } = useEditor();
  const set = (next: Partial<Codebook>) => change((draft) => ({ ...draft, ...next }));
  return (
    <div className="grid gap-6">
      <TextField
        label="Name of the codebook"
        dir="auto"
        value={codebook.name}
        error={problemAt(problems, "name")}
        onValueChange={(name: string) => set({ name })}
      />
      <RadioCards
        label="Statements within statements"
        value={codebook.nesting}
        onValueChange={(value) => set({ nesting: value })}
        options={nesting}
      />
      <RadioCards
        label="The article's own voice"
        value={codebook.outletVoice}
        onValueChange={(value) => set({ outletVoice: value })}
        options={outletVoice}
      />
      <RadioCards
        label="Where marks snap to"
        value={codebook.snapping}
        onValueChange={(value) => set({ snapping: value })}
        options={snapping}
      />
    </div>
  );
}
