import type { Edge } from "@/domain/statement/move-edge";
import type { Range, Span } from "@/domain/text/span";

/** The edges that can be dragged, and what becomes of one that is. Positions are code points. */
export type ArticleEdges = {
  /** Spans of the active statement. */
  spans: readonly Span[];
  /** Where the span would lie with its edge at a position, and why it stops short of it; null: it is gone meanwhile. */
  preview: (edge: Edge, position: number) => { range: Range; stop: string | null } | null;
  /** Puts the edge at a position. */
  move: (edge: Edge, position: number) => void;
};
