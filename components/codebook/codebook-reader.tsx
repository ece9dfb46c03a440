import { HueDot, scoreGlyph } from "@/components/ui/hue-chip";
import { Kbd } from "@/components/ui/kbd";
import type { Codebook, FieldValue } from "@/domain/codebook/codebook";
import { enabledFields, enabledRoles } from "@/domain/codebook/find-field";
import { sayCondition } from "@/domain/codebook/say-condition";
import { Markdown } from "./markdown";
import { ValueCases } from "./value-cases";

/** A codebook to read: its guidelines, what is marked, what is asked, and what each value means. */
export function CodebookReader({ codebook }: { codebook: Codebook }) {
  return (
    <div className="grid gap-10">
      <section aria-label="Guidelines">
        <Markdown text={codebook.guidelines} />
      </section>
      <Part title="Words of a statement">
        <dl className="grid gap-3">
          {enabledRoles(codebook).map((role) => (
            <Entry
              key={role.key}
              entry={role}
              note={role.max === 1 ? "one" : role.min > 0 ? "one or more" : "any number"}
            />
          ))}
        </dl>
      </Part>
      <Part title={codebook.stance.label} definition={codebook.stance.definition}>
        <Values values={codebook.stance.values} scaled={codebook.stance.measure === "ordinal"} />
        <h3 className="mt-4 mb-2 font-semibold text-sm">What it rests on</h3>
        <Values values={codebook.stance.bases} />
      </Part>
      {enabledFields(codebook).map((field) => (
        <Part
          key={field.key}
          title={field.label}
          definition={field.definition}
          note={`Asked ${sayCondition(field.shownWhen, codebook)}${field.required ? "; has to be answered" : ""}.`}
        >
          <Values values={field.values} scaled={field.measure !== "nominal"} />
        </Part>
      ))}
    </div>
  );
}

interface PartProps {
  title: string;
  definition?: string;
  note?: string;
  children: React.ReactNode;
}

function Part({ title, definition, note, children }: PartProps) {
  return (
    <section className="grid max-w-prose gap-2 border-t pt-6">
      <h2 dir="auto" className="font-serif text-xl">
        {title}
      </h2>
      {definition && <p dir="auto">{definition}</p>}
      {note && <p className="text-sm text-text-muted">{note}</p>}
      {children}
    </section>
  );
}

function Values({ values, scaled = false }: { values: readonly FieldValue[]; scaled?: boolean }) {
  const offered = values.filter(({ retired }) => !retired);
  const retired = values.filter((value) => value.retired);
  return (
    <>
      <dl className="grid gap-3">
        {offered.map((value) => (
          <Entry
            key={value.key}
            entry={value}
            note={scaled ? `${scoreGlyph(value.score)} ${value.score ?? "off the scale"}` : undefined}
          />
        ))}
      </dl>
      {retired.length > 0 && (
        <p className="text-sm text-text-muted">No longer offered: {retired.map(({ label }) => label).join(", ")}.</p>
      )}
    </>
  );
}

type EntryProps = {
  entry: Pick<FieldValue, "label" | "definition" | "colour" | "shortcut" | "example" | "counterExample" | "cases">;
  note?: string;
};

function Entry({ entry, note }: EntryProps) {
  return (
    <div className="grid gap-1">
      <dt className="flex items-center gap-2 font-medium">
        {entry.colour && <HueDot hue={entry.colour} />}
        <span dir="auto">{entry.label}</span>
        {entry.shortcut && <Kbd quiet keys={entry.shortcut} />}
        {note && <span className="font-normal text-sm text-text-muted">{note}</span>}
      </dt>
      <dd dir="auto" className="grid gap-1 text-sm">
        <span>{entry.definition}</span>
        {entry.example && <span className="font-serif text-text-muted italic">{entry.example}</span>}
        {entry.counterExample && (
          <span className="text-text-muted">
            Not: <span className="font-serif italic">{entry.counterExample}</span>
          </span>
        )}
        <ValueCases cases={entry.cases} />
      </dd>
    </div>
  );
}
