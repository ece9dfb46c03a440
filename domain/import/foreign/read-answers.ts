import type { Field } from "@/domain/codebook/codebook";
import type { AnnotatedStance, ReportLine } from "@/domain/import/annotated/annotated-data";
import type { FieldAnswers } from "@/domain/statement/statement";
import type { CodebookNames } from "./codebook-names";
import { foldLabel } from "./fold-label";
import { type ForeignAnswer, type ForeignStance, reportLine } from "./foreign-data";
import { shorten } from "./shorten";

/** What the answers of a statement say, in the words of the codebook. */
export interface ReadAnswers {
  fields: FieldAnswers;
  stances: AnnotatedStance[];
  notes: string[];
  /** Null: nothing is said of it. */
  unsure: string | null;
  lines: ReportLine[];
}

type Said = ForeignAnswer["value"];

/**
 * Answers as a file names them, read by these rules and no others: a field by its key or label, its values likewise; one
 * value of a list as `<field>_<value>`; `stance_<target>` and `basis_<target>`; `unsure`, `confidence` and `note`. What is
 * none of these is told as lost.
 */
export function readAnswers(
  answers: readonly ForeignAnswer[],
  stances: readonly ForeignStance[],
  names: CodebookNames,
): ReadAnswers {
  const fields = new Map<string, FieldAnswers[string]>();
  const toward = new Map<string, AnnotatedStance>();
  const read: ReadAnswers = { fields: {}, stances: [], notes: [], unsure: null, lines: [] };
  const lose = (code: string, { place }: Pick<ForeignAnswer, "place">, message: string) =>
    void read.lines.push(reportLine("lost", code, place, message));

  const takeField = (field: Field, answer: ForeignAnswer) => {
    const found = findAnswer(field, answer.value, names);
    for (const unknown of found.unknown) {
      lose(
        "unknown_value",
        answer,
        `“${shorten(unknown)}” is no answer to the field “${field.label}” of the codebook; it is left out.`,
      );
    }
    if (found.value === undefined) return;
    const held = fields.get(field.key);
    if (held === undefined) fields.set(field.key, found.value);
    else if (Array.isArray(held) && Array.isArray(found.value))
      fields.set(field.key, [...new Set([...held, ...found.value])]);
    else if (held !== found.value)
      lose(
        "second_answer",
        answer,
        `“${field.label}” is answered twice; “${shorten(String(found.value))}” is left out.`,
      );
  };

  const takeStance = ({ target, value, basis, place }: ForeignStance) => {
    const { stance } = names.codebook;
    const held = toward.get(target) ?? { target, value: null, basis: null };
    const parts = { value: [stance.values, value], basis: [stance.bases, basis] } as const;
    for (const part of ["value", "basis"] as const) {
      const [values, said] = parts[part];
      if (said === null) continue;
      const key = names.value(values, said);
      if (key === null)
        lose(
          "unknown_stance",
          { place },
          `“${shorten(said)}” is no ${part} of a stance in the codebook; it is left out.`,
        );
      else if (held[part] !== null && held[part] !== key)
        lose("second_answer", { place }, `The stance toward “${shorten(target)}” is told twice; “${key}” is left out.`);
      else held[part] = key;
    }
    toward.set(target, held);
  };

  for (const stance of stances) takeStance(stance);
  for (const answer of answers) {
    const { name, value, place } = answer;
    const field = names.field(name);
    const several = field ? null : severalOf(names, name, value);
    const part = /^(stance|basis)[\s_:.-]+(.+)$/is.exec(name);
    if (field) takeField(field, answer);
    else if (several) takeField(several.field, { ...answer, value: [several.value] });
    else if (part?.[2] && typeof value !== "boolean") {
      const said = Array.isArray(value) ? value : [String(value)];
      const isValue = part[1]?.toLowerCase() === "stance";
      for (const one of said)
        takeStance({ target: part[2], value: isValue ? one : null, basis: isValue ? null : one, place });
    } else if (foldLabel(name) === "unsure" && flagOf(value) !== null) read.unsure = flagOf(value) ? "" : read.unsure;
    else if (foldLabel(name) === "confidence" && ["sure", "unsure"].includes(String(value)))
      read.unsure = value === "unsure" ? "" : read.unsure;
    else if (foldLabel(name) === "note" && typeof value !== "boolean") read.notes.push([value].flat().join("\n"));
    else if (foldLabel(name) === "stance")
      lose("stance_without_target", answer, `The stance “${shorten(said(value))}” names no target; it is left out.`);
    else
      lose(
        "unknown_attribute",
        answer,
        `The codebook has no field “${shorten(name)}”; its answer “${shorten(said(value))}” is left out.`,
      );
  }
  return { ...read, fields: Object.fromEntries(fields), stances: [...toward.values()] };
}

const said = (value: Said) => [value].flat().join(", ");

/** `frame_conflict`: one value of a field that may have several. */
function severalOf(names: CodebookNames, name: string, value: Said): { field: Field; value: string } | null {
  if (flagOf(value) !== true) return null;
  const folded = foldLabel(name);
  for (const field of names.codebook.fields) {
    if (field.type !== "multiple" || !folded.startsWith(`${foldLabel(field.key)}_`)) continue;
    const key = names.value(field.values, folded.slice(foldLabel(field.key).length + 1));
    if (key !== null) return { field, value: key };
  }
  return null;
}

interface FoundValue {
  value?: FieldAnswers[string];
  unknown: string[];
}

/** The longest text a field holds, UTF-16 units. */
const LONGEST = 4000;

function findAnswer(field: Field, value: Said, names: CodebookNames): FoundValue {
  const texts = [value].flat().map(String);
  const [only, ...others] = texts;
  const none = { unknown: texts };
  switch (field.type) {
    case "single": {
      const key = others.length === 0 && only !== undefined ? names.value(field.values, only) : null;
      return key === null ? none : { value: key, unknown: [] };
    }
    case "multiple": {
      const whole = texts.flatMap((text) => (names.value(field.values, text) === null ? text.split(/[;,|]/) : [text]));
      const parts = whole.map((text) => text.trim()).filter((text) => text !== "");
      const keys = parts.flatMap((text) => names.value(field.values, text) ?? []);
      const unknown = parts.filter((text) => names.value(field.values, text) === null);
      return keys.length === 0 ? { unknown } : { value: [...new Set(keys)], unknown };
    }
    case "flag": {
      const flag = others.length === 0 ? flagOf(Array.isArray(value) ? only : value) : null;
      return flag === null ? none : { value: flag, unknown: [] };
    }
    case "number": {
      const number = others.length === 0 && only?.trim() ? Number(only) : Number.NaN;
      return Number.isFinite(number) ? { value: number, unknown: [] } : none;
    }
    case "text": {
      const text = texts.join("\n");
      return text === "" || text.length > LONGEST ? none : { value: text, unknown: [] };
    }
  }
}

function flagOf(value: Said | undefined): boolean | null {
  if (typeof value === "boolean") return value;
  const word = String(value).toLowerCase();
  if (["true", "yes", "1"].includes(word)) return true;
  return ["false", "no", "0"].includes(word) ? false : null;
}
