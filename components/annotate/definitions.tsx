import { ScrollingRegion } from "@/components/ui/scrolling-region";
import type { FieldValue } from "@/domain/codebook/codebook";

type DefinitionsProps = {
  id: string;
  label: string;
  definition?: string;
  values: readonly FieldValue[];
  /** Keys of the values that are chosen. */
  chosen?: readonly string[];
};

/** What a question and each of its values mean, with examples, where the question is asked. */
export function Definitions({ id, label, definition, values, chosen = [] }: DefinitionsProps) {
  return (
    <ScrollingRegion
      id={id}
      label={`Definitions of ${label}`}
      data-aside=""
      className="max-h-72 overflow-y-auto overscroll-contain rounded-md border-border-strong border-l-2 bg-surface-sunken px-3 py-2 text-xs leading-4.5"
    >
      {definition && <p>{definition}</p>}
      {values.length > 0 && (
        <dl className="mt-2 grid gap-1.5 first:mt-0">
          {values.map((value) => (
            <div key={value.key}>
              <dt className="inline font-semibold">
                {value.label}
                {chosen.includes(value.key) && <span className="font-normal text-text-muted"> (chosen)</span>}.{" "}
              </dt>
              <dd className="inline">
                {value.definition}
                {value.example && <span className="block font-serif text-text-muted italic">{value.example}</span>}
                {value.counterExample && (
                  <span className="block text-text-muted">
                    Not: <span className="font-serif italic">{value.counterExample}</span>
                  </span>
                )}
                {value.cases?.map(({ kind, quote, note, rulingId }) => (
                  <span key={`${rulingId} ${kind}`} className="block text-text-muted" dir="auto">
                    {kind === "counter_example" && "Not: "}
                    <span className="font-serif italic">{quote}</span>
                    {note && ` (${note})`}
                  </span>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </ScrollingRegion>
  );
}
