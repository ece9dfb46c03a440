import type { Range } from "@/domain/text/span";
import type { ArticleMark } from "./article-mark";

/** What is marked together. Its content is never changed in place: the same content has the same ranges. */
export type MarkGroup = { id: string; content: { spans: readonly Range[] } };

/** Marks of which only those near the reader are ever asked for: what a mark looks like is told when it is to be drawn. */
export type MarkSource = {
  /** With different ids. */
  groups: readonly MarkGroup[];
  /** The marks of a group by its place in `groups`, one for each of its spans, in their order. */
  marksOf: (index: number) => readonly ArticleMark[];
};

/** A list of marks as a source of them. */
export function listedMarks(marks: readonly ArticleMark[]): MarkSource {
  return {
    groups: marks.map((mark, index) => ({ id: String(index), content: { spans: [mark] } })),
    marksOf: (index) => marks.slice(index, index + 1),
  };
}
