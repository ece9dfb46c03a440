import type { FieldValue } from "@/domain/codebook/codebook";

/** Passages that rulings made examples of a value; they come and go with rulings, not here. */
export function ValueCases({ cases }: { cases: FieldValue["cases"] }) {
  if (!cases || cases.length === 0) return null;
  return (
    <div className="grid gap-1 text-sm">
      <p className="font-medium">From rulings</p>
      <ul className="grid gap-1">
        {cases.map(({ kind, quote, note, rulingId }) => (
          <li key={`${rulingId} ${kind}`} dir="auto" className="border-border-strong border-l-2 pl-3 text-text-muted">
            {kind === "counter_example" && <span className="font-medium">Not: </span>}
            <span className="font-serif italic">{quote}</span>
            {note && ` (${note})`}
          </li>
        ))}
      </ul>
    </div>
  );
}
