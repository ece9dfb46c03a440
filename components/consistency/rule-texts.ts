import type { RuleKey } from "@/domain/consistency/consistency-rule";
import type { Finding } from "@/domain/contract/consistency";

/** What the rules are called, and what they look for. */
export const RULE_TEXTS: Readonly<Record<RuleKey, { title: string; about: string }>> = {
  opposite_stances: {
    title: "Opposite stances",
    about: "The same speaker is for and against the same target within the days above, by the same coder.",
  },
  quoted_not_direct: {
    title: "Quotation marks, not direct",
    about: "Content stands in quotation marks, and its form is not one that the codebook proposes for that.",
  },
  named_without_name: {
    title: "Named source, no named speaker",
    about: "The source is said to be named, and the speaker is missing, unknown, a group or the article itself.",
  },
  unknown_but_named: {
    title: "Unknown, yet somebody is named",
    about: "Nobody knows the speaker, and the article names somebody of the registry.",
  },
};

const WHERE = { source: "The source itself names", paragraph: "Its paragraph names", article: "The article names" };

interface Words {
  names: Readonly<Record<string, string>>;
  /** What a field and one of its values are called. */
  fieldName: (field: string) => string;
  valueName: (field: string, value: string) => string;
}

/** A finding in one sentence. */
export function sayFinding({ rule, facts }: Finding, { names, fieldName, valueName }: Words): string {
  const people = facts.speakerIds.map((id) => names[id] ?? "?").join(", ");
  const { field = "", value = "" } = facts;
  switch (rule) {
    case "opposite_stances":
      return `${people} against and for “${names[facts.targetId ?? ""] ?? "?"}”, ${sayApart(facts.days)}.`;
    case "quoted_not_direct":
      return `${fieldName(field)} is “${valueName(field, value)}”, and the content has quotation marks.`;
    case "named_without_name":
      return `${fieldName(field)} is “${valueName(field, value)}”, and the speaker is ${people || "not chosen"}.`;
    case "unknown_but_named":
      return `${WHERE[facts.where ?? "article"]} ${people}.`;
  }
}

function sayApart(days: number | undefined): string {
  if (days === undefined || days === 0) return "on the same day";
  return days === 1 ? "a day apart" : `${days} days apart`;
}
