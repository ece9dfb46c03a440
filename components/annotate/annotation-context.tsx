"use client";

import { createContext, useContext } from "react";
import type { Annotation } from "./annotation";
import type { CodingFlow } from "./coding-flow";
import type { SuggestionControl } from "./suggestions/use-suggestions";

/** The annotation with what only the screen can do: move the focus, show a passage. */
export type AnnotationScreenContext = Annotation & {
  /** Whether open questions are spelled out: after the first attempt to submit. */
  explainsProblems: boolean;
  /** Moves the focus to a part of a statement's form, named by a problem's path. */
  goTo: (statementId: string, path: string) => void;
  /** Whether the focus is on its way there. */
  isGoing: boolean;
  /** Selects a range in the article and moves the focus there. */
  showRange: (range: { start: number; end: number }) => void;
  /** Makes a statement of the selection or of a sentence, see `CodingFlow`, and returns its id; null: of nothing. */
  makeStatement: () => string | null;
  /** Makes a statement active and brings its words into view. */
  open: (statementId: string) => void;
  /** Opens a statement, or closes it when it is open. The same function at each render. */
  toggle: (statementId: string) => void;
  focusArticle: () => void;
  /** Opens the history of a statement. */
  showHistory: (statementId: string) => void;
  /** Path of the question whose definitions are shown, null: none. */
  definitionsOf: string | null;
  showDefinitions: (path: string | null) => void;
  suggestions: SuggestionControl;
  flow: CodingFlow;
};

const Context = createContext<AnnotationScreenContext | null>(null);

export const AnnotationProvider = Context.Provider;

export function useAnnotationScreen(): AnnotationScreenContext {
  const context = useContext(Context);
  if (!context) throw new Error("parts of the Annotate screen stand inside an AnnotationProvider");
  return context;
}
