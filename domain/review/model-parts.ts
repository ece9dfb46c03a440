import { comparableContent } from "@/domain/agreement/comparable-content";
import { attributeOf, readLabels } from "@/domain/agreement/describe-attributes";
import type { ModelLabel } from "@/domain/agreement/model-labels";
import type { Codebook } from "@/domain/codebook/codebook";
import type { Range } from "@/domain/text/span";
import { iou } from "@/domain/text/spans";
import type { GoldMember } from "./compose-gold";
import { partOfField } from "./gold-parts";

/**
 * The member that each part is taken from when a model of the annotators decides: of the labels it is sure of, the first
 * member that has them; of the content, the member whose words are most like the others'. Parts it says nothing sure about
 * are absent. `labels`: by attribute.
 */
export function modelParts(
  members: readonly GoldMember[],
  labels: ReadonlyMap<string, ModelLabel>,
  codebook: Codebook,
): Record<string, string> {
  const own = members.map(({ id, content }) => ({ id, labels: readLabels(content, codebook) }));
  const parts: Record<string, string> = {};
  const take = (part: string, ...attributes: string[]) => {
    const wanted = attributes.map((key) => labels.get(key));
    if (!wanted.every((label) => label?.confidence === "strong")) return;
    const backer = own.find((one) => attributes.every((key, at) => one.labels[key] === wanted[at]?.label));
    if (backer) parts[part] = backer.id;
  };
  take("speaker", "speaker");
  take("stance", "stance", "target");
  for (const field of codebook.fields) take(partOfField(codebook, field.key), attributeOf(field));
  const middle = findMedoid(members.map(({ content }) => comparableContent(content)));
  if (middle !== null) parts.content = members[middle]?.id as string;
  return parts;
}

/** The passage with the greatest mean IoU to the others; null for fewer than three, of which none is in the middle. */
function findMedoid(passages: readonly (readonly Range[])[]): number | null {
  if (passages.length < 3) return null;
  const likeness = passages.map((one) => passages.reduce((sum, other) => sum + iou(one, other), 0));
  return likeness.indexOf(Math.max(...likeness));
}
