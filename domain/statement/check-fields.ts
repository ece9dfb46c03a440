import type { Field } from "@/domain/codebook/codebook";
import { findField, findValue } from "@/domain/codebook/find-field";
import { shownFields } from "@/domain/codebook/is-shown";
import type { StatementCheck } from "./check-statement";
import { answerTo, isFilled } from "./content";
import type { FieldAnswers, Problem } from "./statement";

type Answer = FieldAnswers[string];

/** Every answer fits its field, also of fields that are off; every required question that is shown has an answer. */
export function checkFields({ codebook, content, previous }: StatementCheck): Problem[] {
  const problems = Object.entries(content.fields).flatMap(([key, answer]): Problem[] => {
    const path = `fields.${key}`;
    const field = findField(codebook, key);
    if (!field) {
      return [
        {
          severity: "invalid",
          code: "unknown_field",
          path,
          message: `The codebook has no field “${key}”: remove the answer.`,
        },
      ];
    }
    return checkAnswer(field, answer, previous ? answerTo(previous, key) : undefined).map((problem) => ({
      severity: "invalid",
      path,
      ...problem,
    }));
  });
  for (const field of shownFields(codebook, content)) {
    if (!field.required || isFilled(answerTo(content, field.key))) continue;
    problems.push({
      severity: "incomplete",
      code: "field_missing",
      path: `fields.${field.key}`,
      message: field.values.length > 0 ? `Choose a value for “${field.label}”.` : `Fill in “${field.label}”.`,
    });
  }
  return problems;
}

function checkAnswer(field: Field, answer: Answer, held: Answer | undefined): Pick<Problem, "code" | "message">[] {
  const wrongType = (expected: string) => [
    { code: "wrong_type", message: `“${field.label}” takes ${expected}: choose the answer again.` },
  ];
  switch (field.type) {
    case "flag":
      return typeof answer === "boolean" ? [] : wrongType("yes or no");
    case "number":
      return typeof answer === "number" && Number.isFinite(answer) ? [] : wrongType("a number");
    case "text":
      return typeof answer === "string" ? [] : wrongType("words");
    case "single":
      return typeof answer === "string" ? checkValues(field, [answer], held) : wrongType("one of its values");
    case "multiple":
      return Array.isArray(answer) ? checkValues(field, answer, held) : wrongType("a list of its values");
  }
}

function checkValues(
  field: Field,
  chosen: readonly string[],
  held: Answer | undefined,
): Pick<Problem, "code" | "message">[] {
  const keep = Array.isArray(held) ? held : [held];
  const offered = () => {
    const labels = field.values.filter((value) => !value.retired).map((value) => value.label);
    return labels.join(", ");
  };
  return chosen.flatMap((key, index) => {
    const value = findValue(field.values, key);
    if (chosen.indexOf(key) < index) {
      return [
        {
          code: "duplicate_value",
          message: `“${value?.label ?? key}” is chosen twice for “${field.label}”: keep one.`,
        },
      ];
    }
    if (!value) {
      return [
        {
          code: "unknown_value",
          message: `“${field.label}” has no value “${key}”: choose one of ${offered()}.`,
        },
      ];
    }
    if (value.retired && !keep.includes(key)) {
      return [
        {
          code: "retired_value",
          message: `“${value.label}” is no longer offered for “${field.label}”: choose one of ${offered()}.`,
        },
      ];
    }
    return [];
  });
}
