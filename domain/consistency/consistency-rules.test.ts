import { describe, expect, test } from "vitest";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import type { Speaker } from "@/domain/contract/registry";
import { indexNames } from "@/domain/registry/find-named";
import { DocumentText } from "@/domain/text/document-text";
import { CheckedArticle } from "./checked-article";
import type { CheckedStatement, StatementRule } from "./consistency-rule";
import { namedWithoutName } from "./named-without-name";
import { quotedNotDirect } from "./quoted-not-direct";
import { unknownButNamed } from "./unknown-but-named";

const text = new DocumentText(
  "👩‍👩‍👧 He said “the plan is naïve”, and left.\nYerlan Karin spoke of fires.\nNobody knows. «Қазақстан дайын», деді ол.",
);
const speaker = (id: string, name: string, kind: string, fixed = false): Speaker => ({
  ...{ id, name, kind, fixed, aliases: [], roleTitle: null, organisationId: null, sector: null },
  ...{ function: null, country: null, mergedIntoId: null },
});
const speakers = [
  speaker("outlet", "The outlet", "outlet", true),
  speaker("unknown", "Unknown", "unknown", true),
  speaker("karin", "Yerlan Karin", "person"),
  speaker("crowd", "Residents", "group"),
];
const context = {
  ...{ codebook: defaultCodebook, names: indexNames(speakers), speakers },
  speakerById: new Map(speakers.map((one) => [one.id, one])),
};
const article = new CheckedArticle(text, "en", context.names);

function statement(quote: string, change: Partial<CheckedStatement> = {}, role = "content"): CheckedStatement {
  const start = text.fromUtf16(text.text.indexOf(quote));
  const span = { role, start, end: start + Array.from(quote).length, quote };
  return { spans: [span], speakerId: "karin", chain: ["outlet", "karin"], stances: [], fields: {}, ...change };
}
const find = (rule: StatementRule, one: CheckedStatement) =>
  rule.isSuspect(one, context) ? rule.confirm(one, context, article) : null;

describe("quotation marks without direct form", () => {
  test.each<[string, string, string | undefined, boolean]>([
    ["“the plan is naïve”", "direct", undefined, false],
    ["“the plan is naïve”", "indirect", undefined, true],
    ["said “the plan is naïve”", "mixed", undefined, false],
    ["said “the plan is naïve”", "reported_act", undefined, true],
    ["Nobody knows", "indirect", undefined, false],
    ["«Қазақстан дайын»", "indirect", undefined, true],
  ])("%s as %s", (quote, form, _, isFinding) => {
    const found = find(quotedNotDirect, statement(quote, { fields: { form } }));
    expect(found).toEqual(isFinding ? { speakerIds: [], field: "form", value: form } : null);
  });

  test("a form that is not answered is another matter", () => {
    expect(find(quotedNotDirect, statement("“the plan is naïve”"))).toBeNull();
  });
});

describe("named sourcing without a named speaker", () => {
  test.each<[string, string | null, boolean]>([
    ["named_person", "karin", false],
    ["named_person", "unknown", true],
    ["named_institution", "crowd", true],
    ["named_person", "outlet", true],
    ["named_person", null, true],
    ["unnamed_bare", "unknown", false],
    ["document", null, false],
  ])("%s by %s", (sourcing, speakerId, isFinding) => {
    const found = find(namedWithoutName, statement("Nobody knows", { speakerId, fields: { sourcing } }));
    expect(found !== null).toBe(isFinding);
  });
});

describe("an unknown speaker whose name stands in the article", () => {
  test("the nearest name is put forward, and where it stands", () => {
    const unknown = { speakerId: "unknown", chain: ["outlet", "unknown"] };
    expect(find(unknownButNamed, statement("spoke of fires", unknown))).toEqual({
      speakerIds: ["karin"],
      where: "paragraph",
    });
    expect(find(unknownButNamed, statement("Nobody knows", { speakerId: null, chain: [] }))).toEqual({
      speakerIds: ["karin"],
      where: "article",
    });
    const source = statement("Yerlan Karin", unknown, "source").spans;
    const both = statement("Nobody knows", unknown);
    expect(find(unknownButNamed, { ...both, spans: [...both.spans, ...source] })).toMatchObject({ where: "source" });
  });

  test("who is known, and an article that names nobody, are none", () => {
    expect(find(unknownButNamed, statement("Nobody knows"))).toBeNull();
    const one = speakers[1] as Speaker;
    const nobody = { ...context, names: indexNames([]), speakers: [one], speakerById: new Map([["unknown", one]]) };
    const empty = new CheckedArticle(text, "en", nobody.names);
    expect(unknownButNamed.confirm(statement("Nobody knows", { speakerId: "unknown" }), nobody, empty)).toBeNull();
  });
});
