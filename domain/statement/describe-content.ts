import { canonicalJson } from "@/domain/canonical-json";
import type { Codebook, FieldValue } from "@/domain/codebook/codebook";
import { enabledFields, enabledRoles, findValue } from "@/domain/codebook/find-field";
import type { Registry } from "@/domain/contract/registry";
import { spansInRole } from "@/domain/text/spans";
import { answerTo, isFilled, unsureCommentOf } from "./content";
import type { StatementContent } from "./statement";

/** What the words of a content are taken from. */
export type DescriptionContext = {
  codebook: Codebook;
  registry: Registry;
  /** What people call another statement by; null when it is not there. */
  nameOf?: (statementId: string) => string | null;
};

/** One part of a content in words; "" when there is nothing. */
export type ContentRow = {
  /** Names the part in a program: a role's key, "speaker", "stance", a field's key, "parent", "sameClaimAs", "confidence", "note". */
  key: string;
  part: string;
  words: string;
};

type DataRow = ContentRow & { data: unknown };

/** A content in words, part by part in the order of the form: the same parts for every content of a codebook. */
export function describeContent(content: StatementContent, context: DescriptionContext): ContentRow[] {
  return rowsOf(content, context).map(({ key, part, words }) => ({ key, part, words }));
}

/** A part in which two contents differ, in words. */
export type ChangedPart = { key: string; part: string; before: string; after: string };

/** The parts in which two contents differ, in the order of the form; all that is filled in where one of them is null. */
export function describeChange(
  before: StatementContent | null,
  after: StatementContent | null,
  context: DescriptionContext,
): ChangedPart[] {
  const [left, right] = [before, after].map((content) => content && rowsOf(content, context));
  return (left ?? right ?? []).flatMap(({ key, part }, index) => {
    const [a, b] = [left?.[index], right?.[index]];
    if (a && b && canonicalJson(a.data) === canonicalJson(b.data)) return [];
    // The same words at another place, another entity of the same name.
    const alike = a && b && a.words === b.words;
    const words = {
      before: a?.words ?? "",
      after: alike ? `${b.words} (another of the same words)` : (b?.words ?? ""),
    };
    return words.before === words.after ? [] : [{ key, part, ...words }];
  });
}

function rowsOf(content: StatementContent, { codebook, registry, nameOf }: DescriptionContext): DataRow[] {
  const speaker = (id: string) => registry.speakers.find((one) => one.id === id)?.name ?? "?";
  const target = (id: string) => registry.targets.find((one) => one.id === id)?.name ?? "?";
  const label = (values: readonly FieldValue[], key: string | null) =>
    key === null ? "?" : (findValue(values, key)?.label ?? key);
  const { values, bases } = codebook.stance;
  const { chain, stances, parentId, sameClaimAsId, confidence, note } = content;
  const name = (id: string | null) => (id === null ? "" : (nameOf?.(id) ?? "another statement"));
  const unsure = unsureCommentOf(content);
  return [
    ...enabledRoles(codebook).map((role) => {
      const spans = spansInRole(content.spans, role.key);
      return { key: role.key, part: role.label, words: spans.map((span) => span.quote).join(" … "), data: spans };
    }),
    { key: "speaker", part: "Speaker", words: chain.map(speaker).join(" → "), data: chain },
    {
      key: "stance",
      part: codebook.stance.label,
      words: stances
        .map((stance) => `${label(values, stance.value)}: ${target(stance.targetId)} (${label(bases, stance.basis)})`)
        .join("; "),
      data: stances,
    },
    ...enabledFields(codebook).map((field) => {
      const answer = answerTo(content, field.key);
      const words = [answer ?? []].flat().map((one) => (one === true ? "yes" : label(field.values, String(one))));
      return {
        key: field.key,
        part: field.label,
        words: isFilled(answer) ? words.join(", ") : "",
        data: isFilled(answer) ? answer : null,
      };
    }),
    { key: "parent", part: "Inside", words: name(parentId), data: parentId },
    { key: "sameClaimAs", part: "Same claim as", words: name(sameClaimAsId), data: sameClaimAsId },
    {
      key: "confidence",
      part: "Confidence",
      words: unsure ? `${confidence}: ${unsure}` : confidence,
      data: [confidence, unsure],
    },
    { key: "note", part: "Note", words: note, data: note },
  ];
}
