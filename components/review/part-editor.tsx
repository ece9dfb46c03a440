"use client";
import { namedIn } from "@/components/annotate/named-in";
import { speakerOptions } from "@/components/annotate/speaker-options";
import { speakerSearch } from "@/components/annotate/speaker-search";
import { Checkbox } from "@/components/ui/checkbox";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { Combobox } from "@/components/ui/combobox";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { Codebook, Field } from "@/domain/codebook/codebook";
import { findRole, offeredValues } from "@/domain/codebook/find-field";
import type { Registry } from "@/domain/contract/registry";
import { findOutlet } from "@/domain/statement/check-speaker";
import { answerTo, withSpeaker } from "@/domain/statement/content";
import type { FieldAnswers, StatementContent } from "@/domain/statement/statement";
import { fieldOfPart, partLabel } from "./part-label";
import { SpanEditor, type SpanSource } from "./span-editor";
import { StanceEditor } from "./stance-editor";

export interface PartEditorProps {
  part: string;
  content: StatementContent;
  onChange: (content: StatementContent) => void;
  codebook: Codebook;
  registry: Registry;
  /** Where words selected in the article come from. */
  source: SpanSource;
}

/** Changes one part of the gold statement by hand; the codebook says what can be chosen. */
export function PartEditor(props: PartEditorProps) {
  const { part, content, onChange, codebook, registry, source } = props;
  const role = findRole(codebook, part);
  if (role) return <SpanEditor role={role} content={content} onChange={onChange} codebook={codebook} source={source} />;
  const field = fieldOfPart(codebook, part);
  if (field) return <FieldEditor field={field} content={content} onChange={onChange} />;
  if (part === "stance") {
    return <StanceEditor content={content} onChange={onChange} codebook={codebook} registry={registry} />;
  }
  if (part === "speaker") return <SpeakerEditor {...props} />;
  if (part === "confidence") {
    return (
      <ChoiceGroup
        label="Confidence"
        value={[content.confidence]}
        onValueChange={([value]) =>
          value && onChange({ ...content, confidence: value === "unsure" ? "unsure" : "sure" })
        }
        choices={[
          { value: "sure", label: "Sure" },
          { value: "unsure", label: "Unsure" },
        ]}
      />
    );
  }
  return (
    <TextArea
      label={partLabel(codebook, part)}
      labelHidden
      value={content.note}
      onChange={(event) => onChange({ ...content, note: event.target.value })}
    />
  );
}

function SpeakerEditor({ content, onChange, codebook, registry, source }: PartEditorProps) {
  const outlet = findOutlet(registry);
  const options = speakerOptions(registry.speakers, {
    codebook,
    named: namedIn(source.text, registry.speakers),
    used: content.chain,
    chosen: content.speakerId,
  });
  return (
    <Combobox
      // The input starts anew with each choice, so that it always says who is chosen.
      key={content.speakerId}
      label="Speaker"
      labelHidden
      options={options}
      search={speakerSearch}
      value={content.speakerId}
      clearable={false}
      onValueChange={(id) => outlet && onChange(withSpeaker(content, id, outlet.id))}
      placeholder="Type a name"
      emptyText="Nobody of this name is in the registry."
    />
  );
}

function FieldEditor({ field, content, onChange }: { field: Field } & Pick<PartEditorProps, "content" | "onChange">) {
  const answer = answerTo(content, field.key);
  function set(value: FieldAnswers[string] | undefined) {
    const { [field.key]: _old, ...others } = content.fields;
    onChange({ ...content, fields: value === undefined ? others : { ...others, [field.key]: value } });
  }
  switch (field.type) {
    case "flag":
      // Taking the tick away is "not filled in" again: nobody said no.
      return (
        <Checkbox
          label={field.label}
          checked={answer === true}
          onCheckedChange={(checked) => set(checked ? true : undefined)}
        />
      );
    case "text":
      return (
        <TextArea
          label={field.label}
          labelHidden
          value={String(answer ?? "")}
          onChange={(event) => set(event.target.value)}
        />
      );
    case "number":
      return (
        <TextField
          label={field.label}
          labelHidden
          type="number"
          step="any"
          value={answer === undefined ? "" : String(answer)}
          onChange={(event) => set(event.target.value === "" ? undefined : Number(event.target.value))}
        />
      );
    default: {
      const chosen = [answer ?? []].flat().map(String);
      return (
        <ChoiceGroup
          label={field.label}
          multiple={field.type === "multiple"}
          value={chosen}
          onValueChange={(keys) => set(field.type === "multiple" ? (keys.length > 0 ? keys : undefined) : keys[0])}
          choices={offeredValues(field.values, chosen[0]).map((value) => ({
            value: value.key,
            label: value.label,
            hue: value.colour,
            title: value.definition,
          }))}
        />
      );
    }
  }
}
