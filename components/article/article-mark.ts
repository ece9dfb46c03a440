import type { Colour } from "@/domain/codebook/codebook";

/**
 * How a mark is drawn: content is tinted, a cue underlined, a source dotted, anything else dashed; a suggestion, which is
 * no statement, has an edge only.
 */
export type MarkLook = "content" | "cue" | "source" | "other" | "suggestion";

/** The texture of a content, which tells stances apart without colour: for, against, between, off the scale. */
export type MarkPattern = "rise" | "fall" | "level" | "off";

/** One range of the article that something is said about, in code points. The surface draws it; it decides nothing. */
export type ArticleMark = {
  /** What a click on the mark names; marks of one statement share it. */
  statementId: string;
  /** What people call the statement by. */
  number: number;
  /** Key of the span's role in the codebook. */
  role: string;
  start: number;
  end: number;
  look: MarkLook;
  hue: Colour;
  /** Null: plain, as nothing is decided. */
  pattern: MarkPattern | null;
  /** `active` stands out, `receded` steps back while another statement is active. */
  emphasis: "active" | "normal" | "receded";
  /** Which of the underline bars the mark draws, 0 nearest the text; null: none, as nothing else lies over it. */
  lane: number | null;
  /** Spoken name, for example "Statement 3, content, Oppose". */
  label: string;
  /** Short text before the mark, for example "3 ▼"; null: none. Ties the mark to its card without relying on colour. */
  tag: string | null;
  /** Which fragment of how many, behind the tag: "2/3"; null: the only one. */
  part: string | null;
};

/** Where a statement was pointed at: which of its roles have words there, in its own order. */
export type MarkHit = { statementId: string; roles: readonly string[] };

/** Bars are told apart up to this many; deeper ones share the last. */
export const LANE_COUNT = 5;

export function lookOf(role: string): MarkLook {
  return role === "content" || role === "cue" || role === "source" ? role : "other";
}
