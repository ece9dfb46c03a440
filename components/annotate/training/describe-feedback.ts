import type { Codebook, FieldValue } from "@/domain/codebook/codebook";
import { findValue } from "@/domain/codebook/find-field";
import type { TrainingFeedback } from "@/domain/contract/training";
import { answerTo } from "@/domain/statement/content";
import { type DescriptionContext, describeContent } from "@/domain/statement/describe-content";
import type { StatementContent } from "@/domain/statement/statement";

/** One answer of a pair in words, "" where there is none, with what gold's value means. */
export interface FeedbackLine {
  part: string;
  label: string;
  isSame: boolean;
  own: string;
  gold: string;
  meanings: { label: string; definition: string; example?: string }[];
}

/** A statement held against gold's, answer by answer in the order of the form; words that lie elsewhere come first. */
export function describeFeedback(
  { own, gold, answers, boundaries }: TrainingFeedback,
  context: DescriptionContext,
): FeedbackLine[] {
  if (!own || !gold) return [];
  const [mine, golds] = [describeContent(own, context), describeContent(gold, context)];
  const lines = [...boundaries.map((part) => ({ part, isSame: false })), ...answers];
  return lines.map(({ part, isSame }) => {
    // A field that is called like another part is named with its kind in front; of two rows it is the later one.
    const key = part.replace(/^field\./, "");
    const place = mine.findLastIndex((row) => row.key === key);
    return {
      ...{ part, isSame, label: mine[place]?.part ?? part },
      ...{ own: mine[place]?.words ?? "", gold: golds[place]?.words ?? "" },
      meanings: isSame ? [] : meaningsOf(gold, key, context.codebook),
    };
  });
}

function meaningsOf(content: StatementContent, key: string, codebook: Codebook): FeedbackLine["meanings"] {
  const [values, chosen] = valuesOf(content, key, codebook);
  return chosen.flatMap((one) => {
    const value = findValue(values, one);
    return value?.definition ? { label: value.label, definition: value.definition, example: value.example } : [];
  });
}

function valuesOf(content: StatementContent, key: string, codebook: Codebook): [readonly FieldValue[], string[]] {
  if (key === "stance") {
    const { values } = codebook.stance;
    return [values, [...new Set(content.stances.flatMap(({ value }) => value ?? []))]];
  }
  const field = codebook.fields.find((one) => one.key === key);
  return [field?.values ?? [], [answerTo(content, key) ?? []].flat().map(String)];
}
