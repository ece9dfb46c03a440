import { Combobox } from "@/components/ui/combobox";
import { SegmentedControl } from "@/components/ui/segmented-control";
import type { ImportReport } from "@/domain/contract/annotated-import";
import type { Member } from "@/domain/contract/members";
import { ANNOTATED_FORMAT_NAMES } from "@/domain/import/annotated/format-names";
import type { ImportChoices } from "./use-annotated-import";

/** Columns of statements that people have; the others of a table are shown once they are taken. */
const PARTS: Readonly<Record<string, string>> = {
  document_text: "Article's text",
  document_title: "Article's title",
  annotator: "Annotator",
  content_quote: "Content, quoted",
  content_start: "Content, start",
  content_end: "Content, end",
  cue_quote: "Cue, quoted",
  source_quote: "Source, quoted",
  speaker_name: "Speaker",
  stance_target: "Target",
  stance_value: "Stance",
  note: "Note",
};

interface ImportDecisionsProps {
  report: ImportReport;
  choices: ImportChoices;
  members: readonly Member[];
  disabled: boolean;
  onChoose: (change: Partial<ImportChoices>) => void;
}

/** What the files leave open: their format, whose codebook holds, who the people in them are, what columns hold. */
export function ImportDecisions({ report, choices, members, disabled, onChoose }: ImportDecisionsProps) {
  const { people, table } = report;
  const open = people.filter(({ name, isNew }) => isNew || Object.hasOwn(choices.people, name));
  return (
    <div className="grid gap-4">
      <div className="max-w-sm">
        <Combobox
          label="Format"
          options={Object.entries(ANNOTATED_FORMAT_NAMES).map(([key, name]) => ({ id: key, label: name }))}
          value={choices.format ?? report.format?.key ?? null}
          disabled={disabled}
          onValueChange={(format) => onChoose({ format, columns: null })}
        />
      </div>
      {report.isCodebookOpen && (
        <div className="grid gap-1">
          <p className="font-medium text-sm">Whose codebook holds</p>
          <SegmentedControl
            label="Whose codebook holds"
            value={report.codebook}
            onValueChange={(codebook) => onChoose({ codebook })}
            options={[
              { value: "project", label: "The project’s" },
              { value: "file", label: "The file’s, as new versions" },
            ]}
            className="justify-self-start"
          />
        </div>
      )}
      {open.length > 0 && (
        <fieldset className="rounded-lg border p-3">
          <legend className="px-1 font-medium text-sm">Who they are</legend>
          <p className="mb-3 max-w-prose text-sm text-text-muted">
            Whoever is no member comes in under the name of the file and cannot sign in.
          </p>
          <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
            {open.map(({ name }) => (
              <Combobox
                key={name}
                label={name}
                compact
                options={members.map((member) => ({ id: member.id, label: member.name || member.email }))}
                value={choices.people[name] ?? null}
                clearable
                disabled={disabled}
                placeholder="Nobody here"
                onValueChange={(member) => onChoose({ people: withPerson(choices.people, name, member) })}
              />
            ))}
          </div>
        </fieldset>
      )}
      {table && (
        <fieldset className="rounded-lg border p-3">
          <legend className="px-1 font-medium text-sm">What the columns hold</legend>
          <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
            {Object.entries(table.parts)
              .filter(([part, column]) => Object.hasOwn(PARTS, part) || column !== null)
              .map(([part, column]) => (
                <Combobox
                  key={part}
                  label={PARTS[part] ?? part.replace(/^field_/, "").replaceAll("_", " ")}
                  compact
                  options={table.columns.map((name) => ({ id: name, label: name }))}
                  value={column}
                  clearable
                  disabled={disabled}
                  placeholder="None"
                  onValueChange={(chosen) => onChoose({ columns: { ...choices.columns, [part]: chosen } })}
                />
              ))}
          </div>
        </fieldset>
      )}
    </div>
  );
}

function withPerson(people: ImportChoices["people"], name: string, member: string | null): ImportChoices["people"] {
  const { [name]: _before, ...others } = people;
  return member === null ? others : { ...others, [name]: member };
}
