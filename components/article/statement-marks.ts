import { scoreGlyph } from "@/components/ui/hue-chip";
import type { Codebook, FieldValue } from "@/domain/codebook/codebook";
import type { StatementContent } from "@/domain/statement/statement";
import { spansInRole } from "@/domain/text/spans";
import { type ArticleMark, LANE_COUNT, lookOf, type MarkPattern } from "./article-mark";
import type { MarkSource } from "./mark-source";
import { lanesOf } from "./statement-lanes";

export type MarkedStatement = { id: string; content: Pick<StatementContent, "spans" | "stances"> };

/**
 * The marks of statements, given in reading order: what each looks like follows from the statement, the codebook and
 * which one is active, and from nothing else.
 */
export function markStatements(
  statements: readonly MarkedStatement[],
  { codebook, activeId }: { codebook: Codebook; activeId: string | null },
): MarkSource {
  const lanes = lanesOf(statements);
  const roleLabels = labelsOfRoles(codebook);
  return {
    groups: statements,
    marksOf(index) {
      const statement = statements[index];
      if (!statement) throw new RangeError(`no statement ${index} among ${statements.length}`);
      const emphasis = activeId === null ? "normal" : statement.id === activeId ? "active" : "receded";
      return marksOf(statement, { codebook, roleLabels, emphasis, number: index + 1, lane: lanes.of(index) });
    },
  };
}

/**
 * The marks of an active statement that is not among the others yet; `number` is the one it will have. Without tags, which
 * are drawn with those of the statements that are numbered anew because of it.
 */
export function markNewStatement(statement: MarkedStatement, number: number, codebook: Codebook): ArticleMark[] {
  const marked = { codebook, roleLabels: labelsOfRoles(codebook), emphasis: "active", number, lane: null } as const;
  return marksOf(statement, marked).map((mark) => ({ ...mark, tag: null, part: null }));
}

function labelsOfRoles({ roles }: Codebook): ReadonlyMap<string, string> {
  return new Map(roles.map((role) => [role.key, role.label]));
}

type MarkedAs = {
  codebook: Codebook;
  roleLabels: ReadonlyMap<string, string>;
  emphasis: ArticleMark["emphasis"];
  number: number;
  lane: number | null;
};

function marksOf({ id, content }: MarkedStatement, marked: MarkedAs): ArticleMark[] {
  const { codebook, roleLabels, emphasis, number, lane } = marked;
  const value = shownStance(content, codebook);
  const fragments = spansInRole(content.spans, "content");
  return content.spans.map((span): ArticleMark => {
    const look = lookOf(span.role);
    const isContent = look === "content";
    const place = isContent && fragments.length > 1 ? fragments.indexOf(span) + 1 : null;
    const isFirst = place === null || place === 1;
    const role = (roleLabels.get(span.role) ?? span.role).toLowerCase();
    const name = [`Statement ${number}`, role, place && `part ${place} of ${fragments.length}`];
    return {
      statementId: id,
      number,
      role: span.role,
      start: span.start,
      end: span.end,
      look,
      hue: value?.colour ?? "slate",
      pattern: isContent && value ? patternOf(value.score) : null,
      emphasis,
      lane: isContent && lane !== null ? Math.min(lane, LANE_COUNT - 1) : null,
      label: [...name, isContent && value?.label].filter(Boolean).join(", "),
      tag: isContent ? `${number}${value && isFirst ? ` ${scoreGlyph(value.score)}` : ""}` : null,
      part: place ? `${place}/${fragments.length}` : null,
    };
  });
}

/** The texture of a stance by its number on the scale. */
export function patternOf(score: number | null | undefined): MarkPattern {
  if (score === null || score === undefined) return "off";
  if (score > 0) return "rise";
  return score < 0 ? "fall" : "level";
}

/** The stance a statement is coloured by: its first one that has a value. */
export function shownStance({ stances }: Pick<StatementContent, "stances">, codebook: Codebook): FieldValue | null {
  const key = stances.find((stance) => stance.value !== null)?.value;
  return codebook.stance.values.find((value) => value.key === key) ?? null;
}
