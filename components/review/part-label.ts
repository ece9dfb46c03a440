import type { Codebook, Field } from "@/domain/codebook/codebook";
import { findRole } from "@/domain/codebook/find-field";
import { partOfField } from "@/domain/review/gold-parts";

/** The field a part of a statement stands for, if it is one. */
export function fieldOfPart(codebook: Codebook, part: string): Field | null {
  return codebook.fields.find((field) => partOfField(codebook, field.key) === part) ?? null;
}

export function partLabel(codebook: Codebook, part: string): string {
  const label = fieldOfPart(codebook, part)?.label ?? findRole(codebook, part)?.label;
  if (label) return label;
  if (part === "stance") return codebook.stance.label;
  return part.charAt(0).toUpperCase() + part.slice(1);
}
