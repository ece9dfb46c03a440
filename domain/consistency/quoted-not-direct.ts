import type { Codebook, Field } from "@/domain/codebook/codebook";
import { enabledFields } from "@/domain/codebook/find-field";
import { isShown } from "@/domain/codebook/is-shown";
import { answerTo } from "@/domain/statement/content";
import { spansInRole } from "@/domain/text/spans";
import type { CheckedStatement, StatementRule } from "./consistency-rule";
import { ofCodebook } from "./of-codebook";

/** Quotation marks of many scripts; a rule of thumb before the article is looked at. */
const MARK = /["“”„‟«»‹›「」『』〈〉《》＂]/;

/**
 * What a codebook calls rendered word for word: the values that it proposes where content stands in quotation marks, by
 * field. A codebook that proposes nothing from them has none.
 */
const quotedValues = ofCodebook((codebook): { field: Field; values: Set<string> }[] =>
  enabledFields(codebook).flatMap((field) => {
    const values = (field.proposals ?? []).flatMap((proposal) => {
      if ("like" in proposal) return [];
      const isQuoted = (proposal.when ?? []).some(
        ({ subject, value }) => subject === "quotation" && Array.isArray(value) && !value.includes("none"),
      );
      return isQuoted ? [proposal.value] : [];
    });
    return values.length > 0 ? [{ field, values: new Set(values) }] : [];
  }),
);

function findAnswer(statement: CheckedStatement, codebook: Codebook): { field: string; value: string } | null {
  for (const { field, values } of quotedValues(codebook)) {
    const value = answerTo(statement, field.key);
    if (typeof value !== "string" || values.has(value) || !isShown(field, statement)) continue;
    return { field: field.key, value };
  }
  return null;
}

/** Content in quotation marks that is not said to be word for word. */
export const quotedNotDirect: StatementRule = {
  key: "quoted_not_direct",
  isSuspect: (statement, { codebook }) =>
    spansInRole(statement.spans, "content").some(({ quote }) => MARK.test(quote)) &&
    findAnswer(statement, codebook) !== null,
  confirm(statement, { codebook }, { quotations }) {
    const answer = findAnswer(statement, codebook);
    if (!answer || quotations.cover(spansInRole(statement.spans, "content")) === "none") return null;
    return { speakerIds: [], ...answer };
  },
};
