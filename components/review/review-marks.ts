import type { ArticleMark } from "@/components/article/article-mark";
import type { Hue } from "@/components/ui/hue";
import type { StatementContent } from "@/domain/statement/statement";
import { type ReviewCase, readingLetter } from "./review-case";

/** Told apart by people who see few colours too; letters and lanes say the same. */
const HUES: readonly Hue[] = ["blue", "orange", "violet", "teal", "pink", "sky", "red", "slate"];
export const GOLD_HUE: Hue = "green";

export function readingHue(index: number): Hue {
  return HUES[index % HUES.length] ?? "slate";
}

interface MarkContext {
  activeId: string | null;
  /** Indexes of the readings drawn. */
  readings: ReadonlySet<number>;
  /** Gold is drawn. */
  gold: boolean;
  /** The gold statement of the active case as it would be saved; null: none, or nothing decided. */
  draft: StatementContent | null;
}

/**
 * Each reading's statements in its own lane, gold in the lane below. A mark's `statementId` is its case's id, so that a
 * click leads to the case. Cue and source are drawn for the active case only.
 */
export function reviewMarks(cases: readonly ReviewCase[], context: MarkContext): ArticleMark[] {
  return cases.flatMap((reviewCase) => {
    const active = reviewCase.id === context.activeId;
    const emphasis = context.activeId === null ? "normal" : active ? "active" : "receded";
    let tagged = false;
    const draw = (content: Pick<StatementContent, "spans">, look: { lane: number; hue: Hue; name: string }) =>
      content.spans
        .filter((span) => active || span.role === "content")
        .map((span): ArticleMark => {
          const isContent = span.role === "content";
          const tag = isContent && !tagged ? tagOf(reviewCase) : null;
          tagged ||= isContent;
          return {
            statementId: reviewCase.id,
            role: span.role,
            start: span.start,
            end: span.end,
            look:
              isContent || span.role === "cue" || span.role === "source" ? (span.role as ArticleMark["look"]) : "other",
            hue: look.hue,
            emphasis,
            lane: isContent ? look.lane : null,
            label: `Passage ${reviewCase.number}, ${look.name}, ${span.role}`,
            tag,
          };
        });

    const drawn = reviewCase.found.flatMap((statement, index) =>
      statement && context.readings.has(index)
        ? draw(statement, { lane: index, hue: readingHue(index), name: `reading ${readingLetter(index)}` })
        : [],
    );
    const gold = active ? context.draft : reviewCase.gold;
    if (gold && context.gold) drawn.push(...draw(gold, { lane: reviewCase.found.length, hue: GOLD_HUE, name: "gold" }));
    return drawn;
  });
}

/** The number, which readings have it where not all do, and a tick once it is settled. */
function tagOf({ number, found, ruling }: ReviewCase): string {
  const all = found.every((statement) => statement !== null);
  const letters = all
    ? ""
    : ` ${found.flatMap((statement, index) => (statement ? readingLetter(index) : [])).join("")}`;
  return `${number}${letters}${ruling ? " ✓" : ""}`;
}
