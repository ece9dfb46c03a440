import { Combobox } from "@/components/ui/combobox";
import type { ColumnMapping } from "@/domain/contract/import";
import { guessColumns } from "@/domain/import/guess-columns";

const PARTS: { part: keyof ColumnMapping; label: string }[] = [
  { part: "text", label: "Text" },
  { part: "title", label: "Title" },
  { part: "outlet", label: "Outlet" },
  { part: "author", label: "Author" },
  { part: "published", label: "Date" },
  { part: "url", label: "Address" },
  { part: "language", label: "Language" },
];
interface ColumnMapperProps {
  columns: readonly string[];
  mapping: ColumnMapping | null;
  disabled: boolean;
  onChange: (mapping: ColumnMapping) => void;
}

/** Which column of a table holds what. The table is read again with each change. */
export function ColumnMapper({ columns, mapping, disabled, onChange }: ColumnMapperProps) {
  // Where no text was found, the other columns may have names that tell.
  const guess = mapping ?? { ...guessColumns(columns), text: "" };
  return (
    <fieldset className="mt-3 rounded-lg border p-3">
      <legend className="px-1 font-medium text-sm">What the columns hold</legend>
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        {PARTS.map(({ part, label }) => (
          <Combobox
            key={part}
            label={label}
            compact
            options={columns.map((column) => ({ id: column, label: column }))}
            value={guess[part] || null}
            clearable={part !== "text"}
            disabled={disabled || (part !== "text" && guess.text === "")}
            placeholder="None"
            onValueChange={(column) => {
              if (part !== "text" || column) onChange({ ...guess, [part]: column });
            }}
          />
        ))}
      </div>
    </fieldset>
  );
}
