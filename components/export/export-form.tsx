import { RadioCards } from "@/components/ui/radio-cards";
import type { ExportChoice } from "@/domain/contract/export";
import { BundleChoice } from "./bundle-choice";
import { hasCells } from "./export-choice";
import { FormatChoice } from "./format-choice";
import { NetworkChoice } from "./network-choice";
import { PartChoice } from "./part-choice";

/** What can be chosen from. */
export interface ExportParts {
  documents: { id: string; title: string; outlet: string | null; published: string | null }[];
  fields: { key: string; label: string }[];
  /** The reader leads the project and may ask for names. */
  mayName: boolean;
}

interface ExportFormProps {
  choice: ExportChoice;
  parts: ExportParts;
  onChange: (choice: ExportChoice) => void;
}

export function ExportForm({ choice, parts, onChange }: ExportFormProps) {
  return (
    <form className="grid gap-6" onSubmit={(event) => event.preventDefault()}>
      <FormatChoice value={choice.format} onValueChange={(format) => onChange({ ...choice, format })} />
      {choice.format.startsWith("network-") && <NetworkChoice choice={choice} onChange={onChange} />}
      {choice.format === "bundle" && <BundleChoice choice={choice} onChange={onChange} />}
      {hasCells(choice) && (
        <RadioCards
          label="Cells"
          value={choice.cells}
          onValueChange={(cells) => onChange({ ...choice, cells })}
          options={[
            {
              value: "spreadsheet",
              label: "For a spreadsheet",
              description: "Cells that a spreadsheet would run as a formula get an apostrophe in front.",
            },
            { value: "raw", label: "For a program", description: "Every cell exactly as it is stored." },
          ]}
        />
      )}
      <RadioCards
        label="Layers"
        value={choice.layers}
        onValueChange={(layers) => onChange({ ...choice, layers })}
        options={LAYERS}
      />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <PartChoice
          label="Documents"
          all={{ label: "Every document", description: "All of the project." }}
          parts={parts.documents.map(({ id, title, outlet, published }) => ({
            id,
            label: [title, outlet, published].filter(Boolean).join(" · "),
          }))}
          value={choice.documents}
          onValueChange={(documents) => onChange({ ...choice, documents })}
        />
        <PartChoice
          label="Fields"
          all={{ label: "Every field", description: "All that the codebook asks." }}
          parts={parts.fields.map(({ key, label }) => ({ id: key, label }))}
          value={choice.fields}
          onValueChange={(fields) => onChange({ ...choice, fields })}
        />
        <RadioCards
          label="Times"
          value={choice.times}
          onValueChange={(times) => onChange({ ...choice, times })}
          options={[
            { value: "exact", label: "Exact", description: "When each statement was made and changed." },
            {
              value: "day",
              label: "The day only",
              description: "Without history, and with other ids, which would tell the time.",
            },
          ]}
        />
        {parts.mayName && (
          <RadioCards
            label="Annotators"
            value={choice.people}
            onValueChange={(people) => onChange({ ...choice, people })}
            options={[
              { value: "pseudonyms", label: "Pseudonyms", description: "Nobody outside can tell who they are." },
              { value: "names", label: "Names", description: "Only for those who may know; you answer for the file." },
            ]}
          />
        )}
      </div>
    </form>
  );
}

const LAYERS: { value: ExportChoice["layers"]; label: string; description: string }[] = [
  { value: "both", label: "Readings and gold", description: "Each annotator's statements and the settled ones." },
  { value: "annotation", label: "Readings only", description: "What each annotator marked, disagreement kept." },
  { value: "adjudication", label: "Gold only", description: "The statements that rulings settled on." },
  { value: "all", label: "With suggestions", description: "Readings, gold, and everything that agents suggested." },
];
