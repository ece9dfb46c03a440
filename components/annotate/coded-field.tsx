"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { type Choice, ChoiceGroup } from "@/components/ui/choice-group";
import { useKeyOf } from "@/components/ui/command-keys";
import { scoreGlyph } from "@/components/ui/hue-chip";
import type { Field, FieldValue } from "@/domain/codebook/codebook";
import { offeredValues } from "@/domain/codebook/find-field";
import { answerTo } from "@/domain/statement/content";
import type { ShownStatement } from "./annotation";
import { useAnnotationScreen } from "./annotation-context";
import { proposalReasons } from "./describe-proposals";
import { FormPart } from "./form-part";
import { withAnswer } from "./statement-edits";
import { TypedText } from "./typed-text";

/** Values of a list as buttons, each with its key. `scaled` values carry the shape of their score. */
export function choicesOf(
  values: readonly FieldValue[],
  { scaled = false, keyOf }: { scaled?: boolean; keyOf?: (value: string) => string | undefined } = {},
): Choice[] {
  return values.map((value) => ({
    value: value.key,
    label: value.label,
    hue: value.colour,
    glyph: scaled ? scoreGlyph(value.score) : undefined,
    keys: keyOf?.(value.key),
    title: [value.definition, value.example && `Example: ${value.example}`].filter(Boolean).join("\n\n"),
  }));
}

/** One field of the codebook, rendered from its definition. */
export function CodedField({ statement, field }: { statement: ShownStatement; field: Field }) {
  const { edit, editable, flow } = useAnnotationScreen();
  const keyOf = useKeyOf();
  const keys = keyOf(`field.${field.key}`);
  const answer = answerTo(statement.content, field.key);
  const set = (value: Parameters<typeof withAnswer>[2]) =>
    edit(statement.id, (content) => withAnswer(content, field.key, value));
  const path = `fields.${field.key}`;

  if (field.type === "flag") {
    return (
      <FormPart statement={statement} path={path} label={field.label} labelHidden>
        <Checkbox
          label={field.label}
          keys={keys}
          checked={answer === true}
          // Taking the tick away is "not filled in" again: nobody said no.
          onCheckedChange={(checked) => set(checked ? true : undefined)}
          disabled={!editable}
        />
      </FormPart>
    );
  }

  const part = { statement, path, label: field.label, keys, definition: field.definition };
  if (field.type === "text" || field.type === "number") {
    return (
      <FormPart {...part}>
        <TypedText
          statementId={statement.id}
          label={field.label}
          kind={field.type === "number" ? "number" : "line"}
          value={answer === undefined ? "" : String(answer)}
          change={(content, words) =>
            withAnswer(content, field.key, words === "" ? undefined : field.type === "number" ? Number(words) : words)
          }
        />
      </FormPart>
    );
  }

  const multiple = field.type === "multiple";
  const chosen = (Array.isArray(answer) ? answer : [answer]).filter((key) => typeof key === "string");
  const proposal = chosen.length === 0 ? flow.proposed.answers.find((one) => one.field === field.key) : undefined;
  const choices = choicesOf(offeredValues(field.values, chosen[0]), {
    // Keys that act only once the focus is there would be taken for keys that act now.
    keyOf: field.shortcut ? undefined : (value) => keyOf(`value.${field.key}.${value}`),
  });
  return (
    <FormPart {...part} values={field.values} chosen={chosen}>
      <ChoiceGroup
        compact
        label={field.label}
        value={chosen}
        multiple={multiple}
        disabled={!editable}
        choices={choices.map((choice) =>
          choice.value === proposal?.value ? { ...choice, proposed: proposalReasons[proposal.reason] } : choice,
        )}
        onValueChange={(values) => set(multiple ? (values.length > 0 ? values : undefined) : values[0])}
      />
    </FormPart>
  );
}
