import type { Codebook, Field } from "@/domain/codebook/codebook";
import { isShown } from "@/domain/codebook/is-shown";
import type { FieldAnswers, StatementContent } from "@/domain/statement/statement";

/**
 * The answers of a statement that apply: not those to a question whose condition does not hold, which the form keeps but
 * does not show. Answers to fields that are switched off stay: the codebook asked for them once.
 */
export function applicableAnswers(
  content: Pick<StatementContent, "chain" | "fields">,
  codebook: Codebook,
): FieldAnswers {
  const hidden = conditionalFields(codebook).filter(
    (field) => Object.hasOwn(content.fields, field.key) && !isShown(field, content),
  );
  if (hidden.length === 0) return content.fields;
  const keys = hidden.map(({ key }) => key);
  return Object.fromEntries(Object.entries(content.fields).filter(([key]) => !keys.includes(key)));
}

const conditional = new WeakMap<Codebook, readonly Field[]>();

function conditionalFields(codebook: Codebook): readonly Field[] {
  const known = conditional.get(codebook);
  if (known) return known;
  const fields = codebook.fields.filter(({ enabled, shownWhen }) => enabled && shownWhen);
  conditional.set(codebook, fields);
  return fields;
}
