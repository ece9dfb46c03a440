import { findNamedIn } from "@/domain/registry/find-named";
import { paragraphsOf } from "@/domain/search/concordance";
import { proposeSpeaker } from "@/domain/statement/propose-speaker";
import { spansInRole } from "@/domain/text/spans";
import type { CheckContext, CheckedStatement, StatementRule } from "./consistency-rule";

/** Names that are put forward. */
const MOST = 5;

function isUnknown({ speakerId }: CheckedStatement, { speakerById }: CheckContext): boolean {
  return speakerId === null || speakerById.get(speakerId)?.kind === "unknown";
}

/** A statement whose speaker nobody knows, in an article that names somebody of the registry: the nearest are put forward. */
export const unknownButNamed: StatementRule = {
  key: "unknown_but_named",
  isSuspect: isUnknown,
  confirm(statement, { names, speakers }, article) {
    const { text, language } = article;
    const source = spansInRole(statement.spans, "source")
      .map(({ quote }) => quote)
      .join(" ");
    const named = source === "" ? null : proposeSpeaker(source, speakers, language);
    if (named && !named.fixed) return { speakerIds: [named.id], where: "source" };
    const { start, end } = paragraphsOf(text, statement.spans);
    const near = [...findNamedIn(text.text.slice(start, end), names)];
    if (near.length > 0) return { speakerIds: near.slice(0, MOST), where: "paragraph" };
    const anywhere = article.named.slice(0, MOST);
    return anywhere.length > 0 ? { speakerIds: anywhere, where: "article" } : null;
  },
};
