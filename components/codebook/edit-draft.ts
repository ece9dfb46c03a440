import type { Codebook, Field, FieldValue, SpanRole } from "@/domain/codebook/codebook";

/** `list` with one entry changed. */
export function changeAt<T>(list: readonly T[], index: number, change: Partial<T>): T[] {
  return list.map((entry, place) => (place === index ? { ...entry, ...change } : entry));
}

export function withoutAt<T>(list: readonly T[], index: number): T[] {
  return list.filter((_, place) => place !== index);
}

/** `list` with the entry at `from` at `to`, which is held within the list. */
export function moveTo<T>(list: readonly T[], from: number, to: number): T[] {
  const left = withoutAt(list, from);
  const place = Math.max(0, Math.min(left.length, to));
  const moved = list[from];
  return moved === undefined ? [...list] : [...left.slice(0, place), moved, ...left.slice(place)];
}

/** A key made of a label, other than those that are taken: "Other media" is `other_media`. */
export function keyFrom(label: string, taken: readonly string[]): string {
  const plain = label.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const words = plain
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[^a-z]+|_+$/g, "")
    .slice(0, 36);
  const base = words || "value";
  if (label.trim() === "") return "";
  for (let count = 1; ; count += 1) {
    const key = count === 1 ? base : `${base}_${count}`;
    if (!taken.includes(key)) return key;
  }
}

export const newValue = (): FieldValue => ({ key: "", label: "", definition: "" });

export const newRole = (): SpanRole => ({ key: "", label: "", definition: "", min: 0, max: null, enabled: true });

export const newField = (): Field => ({
  ...{ key: "", label: "", definition: "", type: "single", measure: "nominal" },
  ...{ required: false, enabled: true, values: [newValue(), newValue()] },
});

/** What an author calls a type: a scale is a choice of one value whose values are ordered. */
export type FieldKind = Field["type"] | "scale";

export function kindOf({ type, measure }: Pick<Field, "type" | "measure">): FieldKind {
  return type === "single" && measure !== "nominal" ? "scale" : type;
}

/** A field of another kind; values stay where there is something to choose. */
export function asKind(field: Field, kind: FieldKind): Field {
  const isChoice = kind === "single" || kind === "multiple" || kind === "scale";
  const values = isChoice ? (field.values.length > 0 ? field.values : [newValue(), newValue()]) : [];
  const { proposals, ...others } = field;
  const kept = isChoice && proposals ? { ...others, proposals } : others;
  return {
    ...kept,
    type: kind === "scale" ? "single" : kind,
    measure: kind === "scale" ? "ordinal" : kind === "number" ? "interval" : "nominal",
    values: kind === "scale" ? values.map((value, place) => ({ ...value, score: value.score ?? place + 1 })) : values,
  };
}

/** The points of a stance scale with as many values; null: they are in no order. */
export function stanceScale(points: 2 | 3 | 5 | 7 | null, held: readonly FieldValue[]): Codebook["stance"]["values"] {
  if (points === null) return held.map((value) => ({ ...value, score: null }));
  const outside = held.filter(({ score }) => score === null || score === undefined);
  const scored = held.filter(({ score }) => typeof score === "number");
  const side = Math.floor(points / 2);
  const scores = Array.from({ length: points }, (_, place) => place - side + (points === 2 && place === 1 ? 1 : 0));
  // A point that is there already, or was merged away and comes back, keeps its words.
  const onScale = scores.map((score) => {
    const known = scored.find((value) => value.score === score);
    return known ? { ...known, retired: undefined, mergedInto: undefined } : { ...pointOf(score, side), score };
  });
  const left = scored.filter((value) => !scores.includes(value.score ?? 0));
  // Values that may be in use are never taken out here: they are retired, and what becomes of them is asked.
  return [...onScale, ...outside, ...left.map((value) => ({ ...value, retired: true }))];
}

/** Before "support" and "oppose", by distance from the middle. */
const DEGREES: Record<number, readonly string[]> = { 2: ["", "", "strongly "], 3: ["", "", "clearly ", "strongly "] };

function pointOf(score: number, side: number): FieldValue {
  const degree = DEGREES[side]?.[Math.abs(score)] ?? "";
  const name = score === 0 ? "neutral" : `${degree}${score > 0 ? "support" : "oppose"}`;
  const label = name.charAt(0).toUpperCase() + name.slice(1);
  const colour = score === 0 ? "slate" : score > 0 ? "blue" : "red";
  return { key: keyFrom(label, []), label, definition: "", colour };
}

/** A field without a value, and without what it proposed or was shown for by it. */
export function withoutValue(codebook: Codebook, fieldIndex: number, valueIndex: number): Codebook {
  const field = codebook.fields[fieldIndex];
  const gone = field?.values[valueIndex]?.key;
  if (!field) return codebook;
  const proposals = field.proposals?.filter((one) => !("value" in one) || one.value !== gone);
  const fields = changeAt(codebook.fields, fieldIndex, {
    values: withoutAt(field.values, valueIndex),
    ...(proposals && { proposals }),
  });
  return { ...codebook, fields };
}
