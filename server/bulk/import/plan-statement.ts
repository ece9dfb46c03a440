import type { Codebook, Field, FieldValue } from "@/domain/codebook/codebook";
import type { Registry } from "@/domain/contract/registry";
import type { AnnotatedSpan, AnnotatedStatement } from "@/domain/import/annotated/annotated-data";
import { checkStatement } from "@/domain/statement/check-statement";
import { type FieldAnswers, StatementContent } from "@/domain/statement/statement";
import { inStoredOrder } from "@/domain/statement/stored-order";
import type { DocumentText } from "@/domain/text/document-text";
import type { Span } from "@/domain/text/span";
import type { Reporter } from "./import-report";
import type { RegistryResolver } from "./resolve-registry";

interface Options {
  text: DocumentText;
  codebook: Codebook;
  registry: RegistryResolver;
  report: Reporter;
}

/**
 * What a statement of a file is as content of ours, without its links; null: it cannot come in, which is reported. Every
 * quote is held against the text; answers and stances the codebook lacks are left out one by one and reported.
 */
export function planStatement(statement: AnnotatedStatement, options: Options): StatementContent | null {
  const { text, codebook, registry, report } = options;
  const { place } = statement;
  const lost = (code: string, message: string) => {
    report.say("lost", code, place, message);
    return null;
  };
  const spans: Span[] = [];
  for (const span of statement.spans) {
    const found = placeSpan(span, text);
    if ("problem" in found) return lost(found.code, `${found.problem} The statement is left out.`);
    const role = findNamed(codebook.roles, span.role);
    if (!role) {
      report.say(
        "lost",
        "unknown_role",
        place,
        `The codebook has no role “${span.role}”; the span ${found.start}–${found.end} is left out.`,
      );
      continue;
    }
    spans.push({ ...found, role: role.key });
  }
  if (!spans.some(({ role }) => role === "content"))
    return lost("content_missing", "It has no content span; it is left out.");
  const speakerId = statement.speaker === null ? null : registry.speakerId(statement.speaker, place);
  const content: StatementContent = {
    spans,
    speakerId,
    chain: chainOf(statement, speakerId, options),
    stances: stancesOf(statement, options),
    fields: answersOf(statement, options),
    confidence: statement.confidence,
    note: statement.note,
    parentId: null,
    sameClaimAsId: null,
  };
  if (statement.unsureComment) content.unsureComment = statement.unsureComment;
  const shaped = StatementContent.safeParse(content);
  if (!shaped.success) {
    const [issue] = shaped.error.issues;
    return lost("unstorable", `It cannot be stored (${issue?.path.join(".")}: ${issue?.message}); it is left out.`);
  }
  const ordered = inStoredOrder(codebook, shaped.data);
  const known = registryOf(ordered, registry.outletId);
  const problems = checkStatement({ text, codebook, registry: known, content: ordered, previous: ordered });
  const wrong = problems.find(({ severity }) => severity === "invalid");
  if (wrong) return lost(wrong.code, `${wrong.message} It is left out.`);
  return ordered;
}

type Placed = Omit<Span, "role">;

/** Where a span lies, and what stands there; or why that cannot be told. */
function placeSpan(span: AnnotatedSpan, text: DocumentText): Placed | { code: string; problem: string } {
  const { start, end, quote } = span;
  if (start === -1 && end === -1) return findQuote(quote ?? "", text);
  if (!(Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end && end <= text.length)) {
    return {
      code: "span_outside_text",
      problem: `The ${span.role} ${start}–${end} is not in the text of ${text.length} characters.`,
    };
  }
  const covered = text.slice(start, end);
  if (quote !== null && quote !== covered) {
    const problem = `The text at ${start}–${end} is “${shorten(covered)}”, the ${span.role} says “${shorten(quote)}”.`;
    return { code: "quote_mismatch", problem };
  }
  return { start, end, quote: covered };
}

/** A quote without a place has one where it occurs once. */
function findQuote(quote: string, text: DocumentText): Placed | { code: string; problem: string } {
  const at = quote === "" ? -1 : text.text.indexOf(quote);
  if (at < 0) return { code: "quote_missing", problem: `“${shorten(quote)}” does not stand in the text.` };
  if (text.text.indexOf(quote, at + 1) >= 0) {
    return { code: "quote_ambiguous", problem: `“${shorten(quote)}” stands in the text more than once.` };
  }
  return { start: text.fromUtf16(at), end: text.fromUtf16(at + quote.length), quote };
}

function chainOf(statement: AnnotatedStatement, speakerId: string | null, { registry }: Options): string[] {
  if (speakerId === null) return [];
  if (statement.chain.length === 0) {
    return speakerId === registry.outletId ? [speakerId] : [registry.outletId, speakerId];
  }
  return statement.chain.flatMap((key) => registry.speakerId(key, statement.place) ?? []);
}

function stancesOf(
  statement: AnnotatedStatement,
  { codebook, registry, report }: Options,
): StatementContent["stances"] {
  const { place } = statement;
  const seen = new Set<string>();
  return statement.stances.flatMap((stance) => {
    const value = stance.value === null ? null : findNamed(codebook.stance.values, stance.value);
    if (value === undefined) {
      report.say(
        "lost",
        "unknown_stance",
        place,
        `The codebook has no stance “${stance.value}”; the stance is left out.`,
      );
      return [];
    }
    let basis = stance.basis === null ? null : findNamed(codebook.stance.bases, stance.basis);
    if (basis === undefined) {
      report.say("lost", "unknown_basis", place, `The codebook has no basis “${stance.basis}”; it is left open.`);
      basis = null;
    }
    const targetId = registry.targetId(stance.target, place);
    if (targetId === null) return [];
    if (seen.has(targetId)) {
      report.say("lost", "duplicate_target", place, "It has two stances toward one target; the first stays.");
      return [];
    }
    seen.add(targetId);
    return [{ targetId, value: value?.key ?? null, basis: basis?.key ?? null }];
  });
}

function answersOf({ fields, place }: AnnotatedStatement, { codebook, report }: Options): FieldAnswers {
  const answers: [string, FieldAnswers[string]][] = [];
  for (const [name, answer] of Object.entries(fields)) {
    const field = findNamed(codebook.fields, name);
    if (!field) {
      report.say(
        "lost",
        "unknown_field",
        place,
        `The codebook has no field “${name}”; the answer “${shorten(String(answer))}” is left out.`,
      );
      continue;
    }
    const fitted = fitAnswer(field, answer);
    if (fitted !== null) answers.push([field.key, fitted]);
    else {
      const told = `“${field.label}” does not take “${shorten(String(answer))}”; the answer is left out.`;
      report.say("lost", "unknown_value", place, told);
    }
  }
  return Object.fromEntries(answers);
}

/** The answer as the field stores it; null: it takes no such answer. Text formats write flags and numbers as words. */
function fitAnswer(field: Field, answer: FieldAnswers[string]): FieldAnswers[string] | null {
  if (field.type === "flag") {
    if (answer === "true" || answer === "false") return answer === "true";
    return typeof answer === "boolean" ? answer : null;
  }
  if (field.type === "number") {
    const number = typeof answer === "string" && answer.trim() !== "" ? Number(answer) : answer;
    return typeof number === "number" && Number.isFinite(number) ? number : null;
  }
  if (field.type === "text") return typeof answer === "string" ? answer : null;
  const chosen = (Array.isArray(answer) ? answer : [answer]).map(
    (value) => findNamed(field.values, String(value))?.key,
  );
  if (chosen.includes(undefined)) return null;
  const keys = chosen as string[];
  if (field.type === "multiple") return keys;
  return keys.length === 1 ? (keys[0] ?? null) : null;
}

/** By key, else by label where one alone has it. */
function findNamed<T extends Pick<FieldValue, "key" | "label">>(choices: readonly T[], name: string): T | undefined {
  const byKey = choices.find(({ key }) => key === name);
  if (byKey) return byKey;
  const labelled = choices.filter(({ label }) => label === name);
  return labelled.length === 1 ? labelled[0] : undefined;
}

/** Entities a content names exist: the resolver gave their ids. What else is said of them plays no part in the checks. */
function registryOf({ chain, speakerId, stances }: StatementContent, outletId: string): Registry {
  const ids = new Set([outletId, ...chain]);
  if (speakerId !== null) ids.add(speakerId);
  return {
    speakers: Array.from(ids, (id) => ({
      ...SPEAKER,
      id,
      fixed: id === outletId,
      kind: id === outletId ? "outlet" : "person",
    })),
    targets: stances.map(({ targetId }) => ({ ...TARGET, id: targetId })),
  };
}

const SPEAKER = {
  ...{ name: "", aliases: [], roleTitle: null, organisationId: null, sector: null, function: null, country: null },
  mergedIntoId: null,
};
const TARGET = { key: "", name: "", description: null, proposed: false, mergedIntoId: null };

function shorten(words: string): string {
  const characters = [...words];
  return characters.length <= 60 ? words : `${characters.slice(0, 59).join("")}…`;
}
