import { valuesOfPart } from "@/domain/codebook/add-case";
import type { Codebook, FieldValue } from "@/domain/codebook/codebook";
import { enabledFields, offeredValues } from "@/domain/codebook/find-field";
import { differingParts } from "@/domain/review/differing-parts";
import { partOfField } from "@/domain/review/gold-parts";
import { answerTo } from "@/domain/statement/content";
import type { StatementContent } from "@/domain/statement/statement";
import type { ReviewCluster } from "./review-cluster";

/** A value that a passage could be an example of. */
export interface ExampleValue {
  id: string;
  part: string;
  value: FieldValue;
  /** Question and value. */
  label: string;
  group: string;
  /** The statement has this value. */
  held: boolean;
}

/** Every value that is offered, those of the statement first. */
export function listExampleValues(codebook: Codebook, content: StatementContent | null): ExampleValue[] {
  const parts = [
    ...enabledFields(codebook).map((field) => ({
      part: partOfField(codebook, field.key),
      held: heldOf(content, field.key),
    })),
    { part: "stance", held: (content?.stances ?? []).flatMap(({ value }) => value ?? []) },
  ];
  const all = parts.flatMap(({ part, held }) => {
    const found = valuesOfPart(codebook, part);
    return offeredValues(found?.values ?? []).map((value): ExampleValue => {
      const isHeld = held.includes(value.key);
      return {
        id: `${part} ${value.key}`,
        ...{ part, value, held: isHeld },
        label: `${found?.label}: ${value.label}`,
        group: isHeld ? "As it was ruled" : "Others",
      };
    });
  });
  return [...all.filter(({ held }) => held), ...all.filter(({ held }) => !held)];
}

/** What the readings differed in, else what the statement has first. */
export function firstExampleValue(
  values: readonly ExampleValue[],
  cluster: ReviewCluster,
  codebook: Codebook,
): ExampleValue | null {
  const differing = differingParts(cluster, codebook);
  const held = values.filter((one) => one.held);
  return held.find(({ part }) => differing.includes(part)) ?? held[0] ?? null;
}

function heldOf(content: StatementContent | null, key: string): string[] {
  const answer = content ? answerTo(content, key) : undefined;
  return [answer ?? []].flat().map(String);
}
