import type { SpanRole } from "@/domain/codebook/codebook";
import type { ProposedAnswers } from "@/domain/statement/propose-answers";
import type { StatementContent } from "@/domain/statement/statement";
import type { EdgeStep } from "@/domain/text/words";

/** A list that opens by itself: the one at a path of the form, for a stance with the value that was chosen first. */
export type OpenList = { path: string; stanceValue: string | null };

/** What makes coding by keyboard quick: everything here can also be done step by step with the parts of the form. */
export type CodingFlow = {
  /** What is put before the annotator about the open statement. */
  proposed: ProposedAnswers;
  openList: OpenList | null;
  /** Opens a list of the open statement's form and moves the focus into it. */
  openListAt: (path: string, stanceValue?: string) => void;
  closeList: () => void;
  /** Stores all that is proposed for the open statement and goes to its next open question. */
  takeProposals: () => void;
  /** Goes to the first unanswered question with values to choose from; back to the article when there is none. */
  askNext: (content: StatementContent, statementId?: string) => void;
  /** A question with the focus was answered by key: goes on with the next one if that is what one is doing. */
  answered: (content: StatementContent) => void;
  /** Selects the next sentence without a statement; from within one that has none, that one. */
  goToUncovered: () => void;
  /** Of the selection, or of the sentence at the caret, or of the next one without a statement. */
  makeStatement: () => string | null;
  /** Makes the outlet the speaker of the open statement that has none, or of a new one. */
  ownVoice: () => void;
  /** Takes over the speaker, with the chain, of the statement before. */
  repeatSpeaker: () => void;
  /** Takes over the stances of the last statement before that has any. */
  repeatStances: () => void;
  /** Uses the selection in a role of the open statement; without one lets its words be picked by letters. */
  mark: (role: SpanRole) => void;
  /** Leaves as content only what stands before, or after, cue and source. */
  keepSide: (side: "before" | "after") => void;
  /** Moves one edge of the fragment that was marked or selected last. */
  moveEdge: (step: EdgeStep) => void;
  /** The words being picked; null when none are. */
  picking: { role: SpanRole; first: string | null } | null;
};
