import type { Codebook, FieldValue } from "@/domain/codebook/codebook";
import { writeWanted } from "@/domain/search/match-answers";

/** A question and the answers one can search for, each as `writeWanted` writes it. */
export interface SearchedList {
  path: string;
  label: string;
  answers: { item: string; label: string }[];
  /** What can be typed instead. */
  typed?: "text" | "number";
}

/** The questions of a codebook that one can search by, those about the stance first. */
export function listSearched({ fields, stance }: Pick<Codebook, "fields" | "stance">): SearchedList[] {
  const answersOf = (path: string, values: readonly FieldValue[]) =>
    values.map(({ key, label, retired }) => ({
      item: writeWanted(path, key),
      label: retired ? `${label} (retired)` : label,
    }));
  const none = (path: string) => ({ item: writeWanted(path, ""), label: "not answered" });
  const fixed = (path: string, label: string, values: readonly FieldValue[]) => ({
    ...{ path, label },
    answers: [...answersOf(path, values), none(path)],
  });
  return [
    fixed("stance.values", stance.label, stance.values),
    fixed("stance.bases", `${stance.label}: basis`, stance.bases),
    ...fields.map(({ key, label, type, values }): SearchedList => {
      const path = `fields.${key}`;
      if (type === "flag") {
        const answers = [
          { item: writeWanted(path, "true"), label: "yes" },
          { item: writeWanted(path, "false"), label: "no" },
        ];
        return { path, label, answers: [...answers, none(path)] };
      }
      return { ...fixed(path, label, values), ...(type === "text" || type === "number" ? { typed: type } : {}) };
    }),
  ];
}
