import type { ComponentType } from "react";
import type { MarkSource } from "@/components/article/mark-source";
import type { Agent } from "@/domain/contract/suggestions";
import type { StatementContent } from "@/domain/statement/statement";
import type { Range } from "@/domain/text/span";
import type { ClosedKind, GuestCard } from "../lane/card-lane";

/** A suggestion as it is offered: with what accepting it takes, which is all that its card shows. */
export type OfferedSuggestion = {
  id: string;
  agent: Agent;
  content: StatementContent;
  score: number | null;
  reason: string | null;
  /** Around its content: its place in reading order. */
  place: Range;
};

export type SuggestionCardProps = { suggestion: OfferedSuggestion; kind: ClosedKind | "open" };

/** What can be done with suggestions while they are shown. Made by what is loaded only when somebody asks for them. */
export type SuggestionDesk = {
  /** In reading order. */
  offered: readonly OfferedSuggestion[];
  active: OfferedSuggestion | null;
  /** What `acceptNext` would take now; null: nothing is ahead. */
  nextId: string | null;
  isOffered: (id: string) => boolean;
  setActive: (id: string | null) => void;
  /** The next or previous one from where one is. */
  step: (by: 1 | -1) => void;
  /** Takes everything the active one's card shows as a statement, which is open then. */
  accept: () => void;
  /** The same with the next from where one is, without going to it first: what it takes is said above the article. */
  acceptNext: () => void;
  /** As accept, with its words selected to be marked anew. */
  edit: () => void;
  /** Keeps that it is not wanted, and goes to the next. */
  dismiss: () => void;
  can: { undo: boolean; redo: boolean };
  /** Takes a dismissal back, if it was what was done last; false: it was not. */
  undo: () => boolean;
  redo: () => boolean;
  /** The marks of a source and of what is offered. */
  withMarks: (marks: MarkSource) => MarkSource;
  Card: ComponentType<SuggestionCardProps>;
  /** The same as they stand beside their passages. */
  guests: readonly GuestCard[];
};
