import type { Codebook, FieldValue } from "@/domain/codebook/codebook";
import { enabledFields, enabledRoles, findValue } from "@/domain/codebook/find-field";
import type { Registry } from "@/domain/contract/registry";
import { answerTo, isFilled } from "@/domain/statement/content";
import type { StatementContent } from "@/domain/statement/statement";
import { spansInRole } from "@/domain/text/spans";

/** One part of a content in words; "" when there is nothing. */
export type ContentRow = { part: string; words: string };

/** A content in words, part by part in the order of the form: the same parts for every content of a codebook. */
export function describeContent(
  content: StatementContent,
  { codebook, registry }: { codebook: Codebook; registry: Registry },
): ContentRow[] {
  const speaker = (id: string) => registry.speakers.find((one) => one.id === id)?.name ?? "?";
  const target = (id: string) => registry.targets.find((one) => one.id === id)?.name ?? "?";
  const label = (values: readonly FieldValue[], key: string | null) =>
    key === null ? "?" : (findValue(values, key)?.label ?? key);
  const { values, bases } = codebook.stance;
  return [
    ...enabledRoles(codebook).map((role) => ({
      part: role.label,
      words: spansInRole(content.spans, role.key)
        .map((span) => span.quote)
        .join(" … "),
    })),
    { part: "Speaker", words: content.chain.map(speaker).join(" → ") },
    {
      part: codebook.stance.label,
      words: content.stances
        .map((stance) => `${label(values, stance.value)}: ${target(stance.targetId)} (${label(bases, stance.basis)})`)
        .join("; "),
    },
    ...enabledFields(codebook).map((field) => {
      const answer = answerTo(content, field.key);
      const words = [answer ?? []].flat().map((one) => (one === true ? "yes" : label(field.values, String(one))));
      return { part: field.label, words: isFilled(answer) ? words.join(", ") : "" };
    }),
    { part: "Confidence", words: content.confidence },
    { part: "Note", words: content.note },
  ];
}

/** The parts in which two contents differ, in words. */
export function compareContents(
  mine: StatementContent,
  theirs: StatementContent,
  context: { codebook: Codebook; registry: Registry },
): { part: string; mine: string; theirs: string }[] {
  const other = describeContent(theirs, context);
  return describeContent(mine, context).flatMap(({ part, words }, index) => {
    const theirWords = other[index]?.words ?? "";
    return words === theirWords ? [] : [{ part, mine: words, theirs: theirWords }];
  });
}
