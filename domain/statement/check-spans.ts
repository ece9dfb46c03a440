import { enabledRoles, findRole } from "@/domain/codebook/find-field";
import type { Span } from "@/domain/text/span";
import { contains, overlaps, spansInRole } from "@/domain/text/spans";
import type { StatementCheck } from "./check-statement";
import type { Problem } from "./statement";

/** Spans lie in the text, quote it exactly, and respect the roles' limits. */
export function checkSpans(check: StatementCheck): Problem[] {
  const { codebook, content } = check;
  const problems = content.spans.flatMap((span, index) => checkSpan(check, span, `spans.${index}`));

  const roles = new Set(content.spans.map((span) => span.role));
  for (const role of roles) problems.push(...checkRole(check, role));
  problems.push(...checkContentApart(content.spans));

  if (!roles.has("content")) {
    problems.push({
      severity: "invalid",
      code: "content_missing",
      path: "spans",
      message: "A statement needs the words that are attributed: mark its content.",
    });
  }
  for (const role of enabledRoles(codebook)) {
    const count = spansInRole(content.spans, role.key).length;
    if (role.key === "content" || count >= role.min) continue;
    problems.push({
      severity: "incomplete",
      code: "role_missing",
      path: "spans",
      message:
        role.min === 1
          ? `Mark the ${role.label.toLowerCase()} of this statement.`
          : `Mark at least ${role.min} fragments as ${role.label.toLowerCase()}; there are ${count}.`,
    });
  }
  return problems;
}

function checkSpan({ text, codebook }: StatementCheck, span: Span, path: string): Problem[] {
  const invalid = (code: string, message: string): Problem[] => [{ severity: "invalid", code, path, message }];
  const where = `${span.start}-${span.end}`;
  if (!findRole(codebook, span.role)) {
    return invalid("unknown_role", `The codebook has no role “${span.role}”: mark the passage with one of its roles.`);
  }
  if (span.start >= span.end) {
    return invalid("span_empty", `The ${span.role} span ${where} is empty: select at least one character.`);
  }
  if (!contains({ start: 0, end: text.length }, span)) {
    return invalid(
      "span_outside_text",
      `The ${span.role} span ${where} lies outside the text of ${text.length} characters: mark the passage again.`,
    );
  }
  const covered = text.slice(span.start, span.end);
  if (covered !== span.quote) {
    return invalid(
      "quote_mismatch",
      `The text at ${where} is “${shorten(covered)}”, not “${shorten(span.quote)}”: reload the article and mark the passage again.`,
    );
  }
  if (covered.trim() === "") {
    return invalid("span_blank", `The ${span.role} span ${where} holds only white space: select some words.`);
  }
  return [];
}

function checkRole({ codebook, content }: StatementCheck, key: string): Problem[] {
  const role = findRole(codebook, key);
  if (!role) return [];
  const problems: Problem[] = [];
  const fragments = spansInRole(content.spans, key);
  if (role.max !== null && fragments.length > role.max) {
    problems.push({
      severity: "invalid",
      code: "too_many_fragments",
      path: `spans.${content.spans.indexOf(fragments[role.max] as Span)}`,
      message: `A statement has at most ${role.max} ${role.label.toLowerCase()} fragment${role.max === 1 ? "" : "s"}: remove ${fragments.length - role.max}.`,
    });
  }
  for (const [index, fragment] of fragments.entries()) {
    const earlier = fragments.slice(0, index).find((other) => overlaps(other, fragment));
    if (!earlier) continue;
    problems.push({
      severity: "invalid",
      code: "fragments_overlap",
      path: `spans.${content.spans.indexOf(fragment)}`,
      message: `Two ${role.label.toLowerCase()} fragments overlap at ${fragment.start}-${Math.min(earlier.end, fragment.end)}: join them or move one.`,
    });
  }
  return problems;
}

/** Codebook: content may not overlap the cue or the source of the same statement. Other roles may lie inside it. */
function checkContentApart(spans: readonly Span[]): Problem[] {
  const content = spansInRole(spans, "content");
  return spans.flatMap((span, index): Problem[] => {
    if ((span.role !== "cue" && span.role !== "source") || !content.some((own) => overlaps(own, span))) return [];
    return [
      {
        severity: "invalid",
        code: "content_overlap",
        path: `spans.${index}`,
        message: `The ${span.role} at ${span.start}-${span.end} overlaps the content: shorten one, or split the content around it.`,
      },
    ];
  });
}

function shorten(words: string): string {
  const characters = Array.from(words);
  return characters.length <= 60 ? words : `${characters.slice(0, 59).join("")}…`;
}
