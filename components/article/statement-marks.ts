import { scoreGlyph } from "@/components/ui/hue-chip";
import type { Codebook, Colour, FieldValue } from "@/domain/codebook/codebook";
import type { StatementContent } from "@/domain/statement/statement";
import { spansInRole } from "@/domain/text/spans";
import { type ArticleMark, LANE_COUNT, type MarkLook } from "./article-mark";
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
  const roleLabels = new Map(codebook.roles.map((role) => [role.key, role.label]));
  return {
    groups: statements,
    marksOf(index) {
      const statement = statements[index];
      if (!statement) throw new RangeError(`no statement ${index} among ${statements.length}`);
      const { id, content } = statement;
      const value = shownStance(content, codebook);
      const hue: Colour = value?.colour ?? "slate";
      const lane = lanes.of(index);
      const emphasis = activeId === null ? "normal" : id === activeId ? "active" : "receded";
      const first = spansInRole(content.spans, "content")[0];
      return content.spans.map((span): ArticleMark => {
        const look = lookOf(span.role);
        const name = `Statement ${index + 1}, ${(roleLabels.get(span.role) ?? span.role).toLowerCase()}`;
        return {
          statementId: id,
          role: span.role,
          start: span.start,
          end: span.end,
          look,
          hue,
          emphasis,
          lane: look === "content" && lane !== null ? Math.min(lane, LANE_COUNT - 1) : null,
          label: look === "content" && value ? `${name}, ${value.label}` : name,
          tag:
            look === "content"
              ? span === first
                ? `${index + 1}${value ? ` ${scoreGlyph(value.score)}` : ""}`
                : `${index + 1}…`
              : null,
        };
      });
    },
  };
}

function lookOf(role: string): MarkLook {
  return role === "content" || role === "cue" || role === "source" ? role : "other";
}

/** The stance a statement is coloured by: its first one that has a value. */
export function shownStance({ stances }: Pick<StatementContent, "stances">, codebook: Codebook): FieldValue | null {
  const key = stances.find((stance) => stance.value !== null)?.value;
  return codebook.stance.values.find((value) => value.key === key) ?? null;
}
